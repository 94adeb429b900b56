import type { ComponentProps, ReactNode } from 'react';
import { cut, LIMITS, pixelWidth } from '../../lib/seo/width.ts';
import { number } from '../../lib/text/format.ts';
import { count, t } from '../../lib/text/t.ts';
import { Field } from '../ui/field.tsx';
import { Meter } from '../ui/meter.tsx';

/** A text for search engines, measured as they measure it: in pixels. Nothing here stands in the way of saving. */
export function SeoField({
  kind,
  value,
  hint,
  tone,
  label,
  name,
  dirty,
  readOnly,
  autoComplete,
  onChange,
}: {
  kind: 'title' | 'description';
  label: string;
  value: string;
  dirty: boolean;
  hint?: ReactNode;
  tone?: 'warn' | 'bad';
  onChange: (event: { currentTarget: { value: string } }) => void;
} & Pick<ComponentProps<'input'>, 'name' | 'readOnly' | 'autoComplete'>) {
  const width = Math.round(pixelWidth(value, kind));
  const limit = LIMITS[kind];
  const over = width > limit;
  const { cutWords } = cut(value, kind);
  const cutHint = over ? (cutWords > 0 ? count('editor.cut', cutWords) : t('editor.cut_mid')) : undefined;
  const common = {
    label,
    name,
    value,
    dirty,
    readOnly,
    autoComplete,
    onChange,
    aside: t('editor.pixels', { width: number(width), limit: number(limit) }),
    children: <Meter value={width} max={limit} over={over} />,
    ...(hint === undefined
      ? cutHint !== undefined && { hint: cutHint, tone: 'warn' as const }
      : { hint, tone }),
  };
  return kind === 'title' ? <Field {...common} /> : <Field multiline rows={3} {...common} />;
}
