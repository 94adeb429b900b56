import type { Answer, BridgeError, Request } from '../../bridge/contract.ts';
import { ok, type Result } from '../../highlevel/result.ts';
import type { Clients } from '../clients.ts';

export type ListProducts = (
  request: Request<'product.list'>,
) => Promise<Result<Answer<'product.list'>, BridgeError>>;

/** Products on a page of the panel's list. HighLevel may answer fewer. */
const PAGE = 50;

/** The products of a collection, by page. A page ends the list when it is empty or reaches the server's own count. */
export const createListProducts =
  (clientFor: Clients['clientFor']): ListProducts =>
  async ({ locationId, collectionId, offset }) => {
    const client = await clientFor(locationId);
    if (!client.ok) return client;
    const page = await client.value.listProducts({ collectionIds: [collectionId], limit: PAGE, offset });
    if (!page.ok) return page;
    const { rows, received, total } = page.value;
    const next = offset + received;
    // A short page proves nothing: the service may cap pages below what was asked.
    const more = received > 0 && (total === undefined || next < total);
    return ok({ products: rows, next, more, ...(total !== undefined && { total }) });
  };
