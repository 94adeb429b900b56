import { findProductRef, readAddress } from '../../highlevel/addresses.ts';
import type { Found } from '../../highlevel/link.ts';
import type { Pending } from './pending.ts';
import type { Candidate } from './pointer.ts';

/** A click on "Look up in Aisle", as far as it can name something. */
export type Click = {
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  srcUrl?: string | undefined;
  pageUrl?: string | undefined;
  tabUrl?: string | undefined;
  /** What was under the pointer, nearest first. */
  pointed?: readonly Candidate[];
};

/** How much of a text is handed on: a selection may be a whole page. */
const LONGEST = { link: 2_000, prose: 200 };

const TOKEN = /pit-[\w-]{8,}/gi;

type Named = { text: string; what: Found };

/**
 * What a click asked for: the first of selection, link, thing under the pointer, image and page that names a
 * product, else the first that names anything. A link says its own location; otherwise the tab's address does.
 */
export function asked(click: Click): Pending {
  const pointed = click.pointed?.[0];
  const named = [
    ...read(click.selectionText),
    ...read(click.linkUrl),
    ...(pointed ? [{ text: pointed.id, what: pointedAt(pointed) }] : []),
    ...read(click.srcUrl),
    ...read(click.pageUrl),
  ];
  const best =
    named.find(({ what }) => what.found === 'product') ?? named.find(({ what }) => what.found !== 'nothing');
  const here = locationOf(click.tabUrl) ?? locationOf(click.pageUrl);
  const shown = best ?? named[0] ?? { text: '', what: { found: 'nothing' as const } };
  return pendingOf(shown.what, {
    locationId: shown.what.locationId ?? here ?? null,
    text: shorten(shown.text),
  });
}

const read = (text: string | undefined): Named[] =>
  text === undefined || text.trim() === '' ? [] : [{ text, what: findProductRef(text) }];

const locationOf = (url: string | undefined) => (url === undefined ? undefined : readAddress(url).locationId);

const pointedAt = ({ id, of }: Candidate): Found =>
  of === 'collection' ? { found: 'collection', id } : { found: 'product', ref: { kind: 'id', value: id } };

function pendingOf(what: Found, rest: Pick<Pending, 'locationId' | 'text'>): Pending {
  if (what.found === 'product') return { ...rest, found: what.found, ref: what.ref };
  if (what.found !== 'collection') return { ...rest, found: what.found, ref: null };
  return {
    ...rest,
    found: what.found,
    ref: null,
    ...(what.id !== undefined && { collectionId: what.id }),
    ...(what.slug !== undefined && { collectionSlug: what.slug }),
  };
}

function shorten(text: string): string {
  // A token that was selected by mistake goes no further.
  const line = text.slice(0, LONGEST.link).trim().replace(/\s+/g, ' ').replace(TOKEN, 'pit-…');
  const longest = /^https?:\/\/\S+$/i.test(line) ? LONGEST.link : LONGEST.prose;
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
