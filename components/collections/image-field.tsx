import { Image as ImageIcon, ImageOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { imageAddress } from '../../lib/panel/editor-remarks.ts';
import { t } from '../../lib/text/t.ts';
import { Field } from '../ui/field.tsx';
import styles from './image-field.module.css';

/** How long (ms) typing rests before an address is tried: half-written ones are nobody's business. */
const REST = 400;

type Loaded = { address: string; size?: { width: number; height: number } };

/** The image's address with the image beside it. */
export function ImageField({
  value,
  hint,
  tone,
  ...rest
}: { value: string; dirty: boolean; hint?: ReactNode; tone?: 'warn' | 'bad' } & Pick<
  ComponentProps<'input'>,
  'name' | 'readOnly' | 'onChange' | 'autoComplete'
>) {
  const address = useRested(value.trim());
  const [loaded, setLoaded] = useState<Loaded>();
  const kind = imageAddress(address);
  const shows = kind === 'shown';
  const known = loaded?.address === address ? loaded : undefined;
  const failed = known !== undefined && known.size === undefined;
  const own = remark();
  return (
    <div className={styles.image}>
      <Field
        label={t('editor.image')}
        aria-label={t('editor.image_address')}
        type="url"
        inputMode="url"
        mono
        spellCheck={false}
        placeholder="https://"
        value={value}
        {...rest}
        {...(hint === undefined ? own : { hint, tone })}
      />
      <span className={styles.preview}>
        {shows && !failed ? (
          <img
            key={address}
            src={address}
            alt={t('editor.image_alt')}
            referrerPolicy="no-referrer"
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setLoaded({ address, size: { width, height } })
            }
            onError={() => setLoaded({ address })}
          />
        ) : kind === 'none' ? (
          <ImageIcon aria-hidden />
        ) : (
          <ImageOff aria-hidden />
        )}
      </span>
    </div>
  );

  function remark(): { hint: ReactNode; tone?: 'warn' | 'bad' } {
    switch (kind) {
      case 'none':
        return { hint: t('editor.image_none') };
      case 'http':
        return { hint: t('editor.image_http'), tone: 'warn' };
      case 'unknown':
        return { hint: t('editor.image_form'), tone: 'warn' };
      case 'shown':
        if (known?.size !== undefined)
          return {
            hint: t('editor.image_size', {
              width: known.size.width,
              height: known.size.height,
            }),
          };
        return failed ? { hint: t('editor.image_failed'), tone: 'bad' } : { hint: t('editor.image_loading') };
    }
  }
}

/** The value once it has not changed for a while. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
