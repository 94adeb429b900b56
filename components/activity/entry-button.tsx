import { useStore } from 'zustand';
import type { JournalEntry } from '../../lib/bridge/answers.ts';
import { actionOf, type EntryAction } from '../../lib/panel/activity-view.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';

const WORDS = {
  undo: ['activity.undo', 'activity.undo_label'],
  check: ['activity.check', 'activity.check_label'],
  open: ['activity.open', 'activity.open_label'],
  edit: ['activity.edit', 'activity.edit_label'],
  'look-up': ['activity.look_up', 'activity.look_up_label'],
  'create-again': ['activity.create_again', 'activity.create_again_label'],
} as const satisfies Record<EntryAction, readonly [string, string]>;

export function EntryButton({ shop, entry, now }: { shop: Shop; entry: JournalEntry; now: number }) {
  const { route } = usePanel();
  const busy = useStore(shop.activity, (state) => state.busy.has(entry.id));
  const action = actionOf(entry, now);
  if (action === undefined) return null;
  const [text, label] = WORDS[action];
  const act: Record<EntryAction, () => void> = {
    undo: () => void shop.activity.undo(entry.id),
    check: () => void shop.activity.check(entry.id),
    open: () => route.edit(entry.targetId),
    edit: () => route.edit(entry.targetId),
    'look-up': () => {
      route.show('product');
      void shop.product.lookUp(entry.targetId, true);
    },
    'create-again': () => route.create(entry.before),
  };
  return (
    <Button
      small
      aria-label={t(label, { name: entry.title })}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) act[action]();
      }}
    >
      {t(busy ? 'activity.working' : text)}
    </Button>
  );
}
