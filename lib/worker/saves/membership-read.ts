import type { HighLevelError } from '../../highlevel/errors.ts';
import type { Product } from '../../highlevel/product.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import type { Desk } from './desk.ts';

type Answer<Value> = Promise<Result<Value, HighLevelError>>;
/** `ids`: the collections it is in, of those that were asked about. */
export type Seen = { product: Product; ids: string[] };

/** So many collections may be asked one by one where a product does not say which it is in. */
const MOST = 60;
const AT_ONCE = 6;
/** A product that changes while it is asked for is asked for again so many times. */
const TRIES = 3;

/** A product, and which of these collections it is in. A read that does not say is no "none": each is asked for it. */
export async function look({ client }: Desk, id: string, of: string[], signal?: AbortSignal): Answer<Seen> {
  const copy = await client.getProduct({ kind: 'id', value: id }, { signal });
  if (!copy.ok) return copy;
  if (copy.value.id !== id) return fail({ code: 'not-found' });
  const said = copy.value.collectionIds;
  const ids = said ? ok(said) : await asked(client, id, of, signal);
  return ids.ok ? ok({ product: copy.value, ids: ids.value }) : ids;
}

/** A product and every collection it is in; `ids` is absent when nobody can tell. */
export async function lookWhole(desk: Desk, id: string): Answer<{ product: Product; ids?: string[] }> {
  let seen = await look(desk, id, []);
  if (!seen.ok || seen.value.product.collectionIds) return seen;
  const known = await collectionsOf(desk);
  if (!known.ok) return known;
  for (let tries = 0; known.value && tries < TRIES; tries++) {
    // Its own id is no collection's: a list that has it even there does not ask for collections at all.
    const ids = await asked(desk.client, id, [id, ...known.value]);
    if (!ids.ok) return ids;
    if (ids.value.includes(id)) break;
    const { product } = seen.value;
    // So many questions take their time: what was written meanwhile would be overwritten.
    seen = await look(desk, id, []);
    if (!seen.ok) return seen;
    if (isSame(product, seen.value.product)) return ok({ product: seen.value.product, ids: ids.value });
  }
  return ok({ product: seen.value.product });
}

/** The same answer, the date of its last change included; only the trace is another each time. */
const isSame = (a: Product, b: Product): boolean => textOf(a) === textOf(b);
const textOf = ({ raw }: Product): string => JSON.stringify({ ...raw, traceId: '' });

/** The ids of all collections, as HighLevel has them now; undefined when they cannot be told, or are too many to be asked one by one. */
async function collectionsOf({ client }: Desk): Answer<string[] | undefined> {
  const ids = new Set<string>();
  for (let offset = 0; ; ) {
    const page = await client.listCollections({ limit: 100, offset });
    if (!page.ok) return page;
    const { rows, received, total } = page.value;
    const known = ids.size;
    for (const row of rows) ids.add(row.id);
    offset += received;
    if (ids.size > MOST || (total ?? 0) > MOST) return ok(undefined);
    if (received === 0 || (total !== undefined && offset >= total)) return ok([...ids]);
    // A list that begins anew at every page would never show the rest.
    if (ids.size === known) return ok(undefined);
  }
}

/** Those of the collections whose products this one is among. */
async function asked(
  client: Desk['client'],
  id: string,
  of: string[],
  signal?: AbortSignal,
): Answer<string[]> {
  const found: string[] = [];
  for (let from = 0; from < of.length; from += AT_ONCE) {
    const some = of.slice(from, from + AT_ONCE);
    const pages = await Promise.all(
      some.map((one) =>
        client.listProducts({ collectionIds: [one], productId: id, limit: 100, offset: 0 }, { signal }),
      ),
    );
    for (const [at, page] of pages.entries()) {
      if (!page.ok) return page;
      const { rows, received, total } = page.value;
      const one = some[at];
      if (one !== undefined && rows.some((row) => row.id === id)) found.push(one);
      // Others in its place: the list does not know how to ask for one, and may have it further on.
      else if (received > 0 && received < (total ?? received + 1))
        return fail({ code: 'bad-answer', field: 'products' });
    }
  }
  return ok(found);
}
