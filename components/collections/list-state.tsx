import { CircleCheck, CloudOff, DatabaseZap, FolderPlus, Plus, Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { parseQuery } from '../../lib/catalog/search.ts';
import type { CollectionsStore } from '../../lib/panel/collections.ts';
import type { ListScreen } from '../../lib/panel/collections-state.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Clamped } from '../ui/clamped.tsx';
import { Empty } from '../ui/empty.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Rich } from '../ui/rich.tsx';
import { ListSkeleton } from './list-skeleton.tsx';

/** What stands where the rows would. */
export function ListState({
  screen,
  collections,
}: {
  screen: Exclude<ListScreen, 'rows'>;
  collections: CollectionsStore;
}) {
  const { route } = usePanel();
  switch (screen) {
    case 'loading':
      return <ListSkeleton />;
    case 'empty':
      return (
        <Empty
          icon={<FolderPlus aria-hidden />}
          title={t('collections.empty')}
          action={
            <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => route.create()}>
              {t('editor.new')}
            </Button>
          }
        >
          {t('collections.empty_text')}
        </Empty>
      );
    case 'failed':
      return (
        <Empty icon={<CloudOff aria-hidden />} title={t('collections.failed')}>
          {t('collections.failed_text')}
        </Empty>
      );
    case 'unreadable':
      return (
        <Empty
          icon={<DatabaseZap aria-hidden />}
          title={t('collections.unreadable')}
          action={
            <Button variant="primary" onClick={() => void collections.readAgain()}>
              {t('app.retry')}
            </Button>
          }
        >
          {t('collections.unreadable_text')}
        </Empty>
      );
    case 'asking':
    case 'nothing':
      return <NothingMatches collections={collections} asking={screen === 'asking'} />;
  }
}

function NothingMatches({ collections, asking }: { collections: CollectionsStore; asking: boolean }) {
  const { route } = usePanel();
  const query = useStore(collections, (state) => state.query);
  // The nearest name is looked for after the keystroke has been painted.
  const settled = useDeferredValue(query, '');
  const { flags, terms } = parseQuery(query);
  const text = textOf(query);
  if (terms.length === 0)
    return (
      <Empty icon={<CircleCheck aria-hidden />} title={t('collections.nothing_flag')}>
        {flags.length > 0 && t('collections.nothing_flag_text')}
      </Empty>
    );
  const near = settled === query ? collections.nearestName() : undefined;
  return (
    <Empty
      icon={<Search aria-hidden />}
      title={<Clamped>{t(asking ? 'collections.asking' : 'collections.nothing', { query: text })}</Clamped>}
      action={
        !asking && (
          <Button small icon={<Plus aria-hidden />} onClick={() => route.create({ name: text })}>
            <Clamped>{t('collections.new_named', { name: text })}</Clamped>
          </Button>
        )
      }
    >
      {asking ? (
        t('collections.asking_text')
      ) : near === undefined ? (
        t('collections.nothing_create')
      ) : (
        <Rich
          text="collections.nothing_near"
          values={{ name: <LinkButton onClick={() => collections.search(near)}>{near}</LinkButton> }}
        />
      )}
    </Empty>
  );
}

/** What was typed, without the filters. */
const textOf = (query: string) =>
  query
    .split(/\s+/)
    .filter((word) => parseQuery(word).flags.length === 0)
    .join(' ')
    .trim();
