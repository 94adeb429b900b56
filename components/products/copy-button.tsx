import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ what, text }: { what: string; text: string }) {
  const { copy, notices, clock } = usePanel();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const stop = new AbortController();
    clock.sleep(2000, stop.signal).then(
      () => setCopied(false),
      () => {},
    );
    return () => stop.abort();
  }, [copied, clock]);
  return (
    <IconButton
      small
      label={t('product.copy', { what })}
      icon={copied ? <Check /> : <Copy />}
      onClick={() => {
        void copy(text).then(() => {
          setCopied(true);
          notices.say(t('product.copied'));
        });
      }}
    />
  );
}
