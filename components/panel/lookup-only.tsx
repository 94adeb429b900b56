import { KeyRound } from 'lucide-react';
import { t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { usePanel } from './context.ts';

/** In place of the collections, where an agency's token can only look products up. */
export function LookupOnly() {
  const { route } = usePanel();
  return (
    <Empty
      icon={<KeyRound aria-hidden />}
      title={t('header.lookup_only_title')}
      action={
        <>
          <Button variant="primary" onClick={() => route.show('product')}>
            {t('connect.done_lookup')}
          </Button>
          <Button onClick={() => route.ask('replace')}>{t('header.replace')}</Button>
        </>
      }
    >
      {t('header.lookup_only_text')}
    </Empty>
  );
}
