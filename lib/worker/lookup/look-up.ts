import type { Connection } from '../../bridge/answers.ts';
import type { BridgeError, Request } from '../../bridge/contract.ts';
import type { Product } from '../../highlevel/product.ts';
import type { Result } from '../../highlevel/result.ts';
import type { Clients } from '../clients.ts';
import type { Vault } from '../vault/vault.ts';

export type LookUp = (request: Request<'product.lookup'>) => Promise<Result<Product, BridgeError>>;

/** Another location cannot know better: nobody can be asked, or what is asked is no id. */
const FINAL = new Set<BridgeError['code']>(['offline', 'rate-limited', 'invalid']);

/**
 * Looks a product up in a location. Where nobody knows which location it is of, an id is asked of the other
 * connected ones too, last used first, one after the other, up to the first that has it; a slug may mean
 * another product elsewhere and is asked of the first alone. Found nowhere: the first location's own answer.
 * Never more than one request per location, so that its price is known: trying again is a person's choice.
 */
export function createLookUp(parts: { clientFor: Clients['clientFor']; vault: Pick<Vault, 'list'> }): LookUp {
  return async ({ locationId, ref, wishlist, elsewhere }) => {
    async function ask(where: string): Promise<Result<Product, BridgeError>> {
      const client = await parts.clientFor(where);
      return client.ok ? client.value.getProduct(ref, { wishlist, once: true }) : client;
    }
    const first = await ask(locationId);
    if (first.ok || !elsewhere || ref.kind !== 'id' || FINAL.has(first.error.code)) return first;
    const others = (await parts.vault.list())
      .filter((connection) => connection.state === 'ready' && connection.locationId !== locationId)
      .sort(byLastUse);
    for (const other of others) {
      const answer = await ask(other.locationId);
      if (answer.ok) return answer;
      if (answer.error.code === 'offline') break;
    }
    return first;
  };
}

const byLastUse = (a: Connection, b: Connection) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0);
