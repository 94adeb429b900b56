import type { Rights } from '../../bridge/answers.ts';
import type { Client } from '../../highlevel/client.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import { rightsAfter } from './rights.ts';

/** What a real read said of a token; `name` is the location's, when the token may read it. */
export type Verified = { rights: Rights; lookupOnly: boolean; unproven: boolean; name?: string };
type Reads = Pick<Client, 'listCollections' | 'listProducts' | 'getProduct' | 'getLocation'>;

/** No product has it: asking for it tells whether the token may ask at all. */
const NOBODY = { kind: 'id', value: '0'.repeat(24) } as const;

/**
 * Asks HighLevel whether the token works here, by reading alone. The first read decides; the others are
 * made only where it left something open. Nothing is ever tried by writing.
 */
export async function verify(
  client: Reads,
  claimed: { rights: Rights; locationId: string | undefined },
): Promise<Result<Verified, HighLevelError>> {
  const list = await client.listCollections({ limit: 1, offset: 0 });
  if (!list.ok && list.error.code === 'agency-token') return asLookupOnly(client, claimed.rights, list.error);
  if (!list.ok && list.error.code !== 'scope-missing') return list;
  if (list.ok && list.value.rows.length > 0) {
    return ok({ rights: readable(claimed.rights), lookupOnly: false, unproven: false });
  }
  const rights = list.ok ? claimed.rights : rightsAfter(claimed.rights, COLLECTIONS, 'scope-missing');
  return prove(client, { ...claimed, rights }, list);
}

const COLLECTIONS = 'products/collection.readonly';
const PRODUCTS = 'products.readonly';
const readable = (rights: Rights) => rightsAfter(rights, COLLECTIONS, 'ok');

/**
 * The list was empty or not allowed. An empty list proves nothing: HighLevel may answer one for a location
 * that is not the token's own. A product, the location itself or the token's own claim may still prove it.
 */
async function prove(
  client: Reads,
  claimed: { rights: Rights; locationId: string | undefined },
  list: Result<unknown, HighLevelError>,
): Promise<Result<Verified, HighLevelError>> {
  const products = await client.listProducts({ collectionIds: [], limit: 1, offset: 0 });
  if (!products.ok && isFatal(products.error)) return products;
  if (!products.ok && !list.ok && products.error.code === 'scope-missing') return list;
  const location = await client.getLocation();
  if (!location.ok && location.error.code === 'wrong-location') return location;
  const sawProducts = products.ok && products.value.rows.length > 0;
  const proven = sawProducts || location.ok || claimed.locationId !== undefined;
  const afterList = list.ok && proven ? readable(claimed.rights) : claimed.rights;
  const taught = products.ok ? (proven ? 'ok' : 'nothing') : products.error.code;
  return ok({
    rights: rightsAfter(afterList, PRODUCTS, taught),
    lookupOnly: false,
    unproven: !proven,
    ...(location.ok && location.value.name !== undefined && { name: location.value.name }),
  });
}

const isFatal = ({ code }: HighLevelError) => code === 'wrong-location' || code === 'token-rejected';

/** An agency token may still be allowed to look products up. Which location it may see, it does not say. */
async function asLookupOnly(
  client: Reads,
  claimed: Rights,
  refusal: HighLevelError,
): Promise<Result<Verified, HighLevelError>> {
  const product = await client.getProduct(NOBODY);
  if (!product.ok && product.error.code !== 'not-found') {
    return fail(product.error.code === 'scope-missing' ? refusal : product.error);
  }
  const rights = rightsAfter(rightsAfter(claimed, COLLECTIONS, 'scope-missing'), WRITE, 'scope-missing');
  return ok({ rights, lookupOnly: true, unproven: true });
}

const WRITE = 'products/collection.write';
