import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '../../lib/bridge/answers.ts';
import { privateIntegrationsUrl } from '../../lib/highlevel/addresses.ts';
import type { Product } from '../../lib/highlevel/product.ts';
import type { MemberNote } from '../../lib/panel/members.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { list } from '../../lib/text/format.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { usePanel } from '../panel/context.ts';
import { Remedies } from '../panel/remedies.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Note } from '../ui/note.tsx';
import styles from './product-collections.module.css';

/** What must be said below the collections: a right that is missing, a warning, a change that did not go through. */
export function MemberNotes({
  shop,
  product,
  connection,
  onLeave,
}: {
  shop: Shop;
  product: Product;
  connection: Connection | undefined;
  /** A note was answered and goes: the focus needs another place. */
  onLeave: () => void;
}) {
  const { clock } = usePanel();
  const note = useStore(shop.members, () => shop.members.of(product.id).note);
  // Said before anybody tries; trying still shows whether it is so.
  const barred = connection?.rights['products.write'] === 'no';
  if (note === undefined && !barred) return null;
  const { title, next } = words({ code: 'scope-missing', scope: 'products.write' }, clock.now());
  return (
    <div className={styles.notes}>
      {note === undefined ? (
        <Note
          tone="info"
          title={title}
          action={
            <ButtonLink small href={privateIntegrationsUrl(shop.locationId)}>
              {t('header.scopes')}
            </ButtonLink>
          }
        >
          {next}
        </Note>
      ) : (
        <MemberNoteBox shop={shop} product={product} note={note} onLeave={onLeave} />
      )}
    </div>
  );
}

const HEARD: Partial<Record<MemberNote['state'], Key>> = {
  unsafe: 'product.unsafe',
  accepted: 'product.move_accepted',
};
const FIELDS: Record<string, Key> = {
  medias: 'product.field_medias',
  seo: 'product.field_seo',
  prices: 'product.field_prices',
  taxes: 'product.field_taxes',
  isLabelEnabled: 'product.field_isLabelEnabled',
  taxInclusive: 'product.field_taxInclusive',
};

function MemberNoteBox({
  shop,
  product,
  note,
  onLeave,
}: {
  shop: Shop;
  product: Product;
  note: MemberNote;
  onLeave: () => void;
}) {
  const { clock, notices } = usePanel();
  const { members, activity, collections, locationId } = shop;
  const busy = useStore(activity, (state) => note.state === 'accepted' && state.busy.has(note.journalId));
  const { move } = note;
  const again = (sure: boolean) => {
    onLeave();
    void (move ? members.move(product, move, sure) : members.find(product));
  };
  const heard = HEARD[note.state];
  useEffect(() => {
    // A failure is said by its toast.
    if (heard) notices.say(t(heard));
  }, [heard, notices]);

  switch (note.state) {
    case 'unsafe':
      if (note.lacks.includes('collectionIds'))
        return <Note title={t('product.unsafe_sets')}>{t('product.unsafe_sets_text')}</Note>;
      return (
        <Note
          title={t('product.unsafe')}
          action={
            <>
              <Button small onClick={() => again(true)}>
                {t('product.unsafe_go')}
              </Button>
              <Button
                small
                variant="ghost"
                onClick={() => {
                  onLeave();
                  members.dismiss(product.id);
                }}
              >
                {t('app.cancel')}
              </Button>
            </>
          }
        >
          {t('product.unsafe_text', {
            fields: list(
              note.lacks.map((name) => {
                const key = FIELDS[name];
                return key === undefined ? name : t(key);
              }),
            ),
          })}
        </Note>
      );
    case 'accepted':
      return (
        <Note
          tone="info"
          title={t('product.move_accepted')}
          action={
            <Button small aria-disabled={busy} onClick={() => !busy && void activity.check(note.journalId)}>
              {t(busy ? 'activity.working' : 'activity.check')}
            </Button>
          }
        >
          {t('product.move_accepted_text', { name: collections.row(note.move.id)?.name ?? note.move.id })}
        </Note>
      );
    case 'failed': {
      const { title, next, said, remedy } = words(note.error, clock.now());
      return (
        <Note
          tone="bad"
          title={title}
          action={<Remedies remedy={remedy} locationId={locationId} onRetry={() => again(false)} />}
        >
          {next}
          {said !== undefined && <> {t('errors.said', { words: said })}</>}
        </Note>
      );
    }
  }
}
