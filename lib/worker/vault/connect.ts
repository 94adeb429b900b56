import type { Connection, Keep } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { Client } from '../../highlevel/client.ts';
import type { Clock } from '../../highlevel/clock.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import { cleanToken, readToken } from '../../highlevel/token.ts';
import { rightsFromClaims } from './rights.ts';
import type { NewToken, Vault } from './vault.ts';
import { verify } from './verify.ts';

type Asked = {
  locationId: string;
  label: string;
  token: string;
  keep: Keep;
  passphrase?: string | undefined;
};

/** A header can carry these characters only. */
const SENDABLE = /^[\x21-\x7e]+$/;

/** What is shown of a token; of a short one nothing, for it would be too much of it. */
const lastFour = (token: string) => (token.length < 16 ? '' : token.slice(-4));

/** Connecting a location: what the token says of itself, then a real read, then it is kept. Nothing before. */
export function createConnect(parts: {
  vault: Vault;
  /** A client that uses this token and no other. */
  clientWith: (locationId: string, token: string) => Client;
  clock: Clock;
}) {
  const { vault, clock } = parts;

  async function check(
    locationId: string,
    pasted: string,
  ): Promise<Result<{ fresh: NewToken; name?: string }, BridgeError>> {
    const token = cleanToken(pasted);
    if (token === '') return fail({ code: 'token-empty' });
    if (!SENDABLE.test(token)) return fail({ code: 'token-rejected' });
    const claims = readToken(token);
    if (claims.expiresAt !== undefined && claims.expiresAt <= clock.now())
      return fail({ code: 'token-expired' });
    if (claims.locationId !== undefined && claims.locationId !== locationId)
      return fail({ code: 'wrong-location' });
    const claimed = { rights: rightsFromClaims(claims.scopes), locationId: claims.locationId };
    const verified = await verify(parts.clientWith(locationId, token), claimed);
    if (!verified.ok) return verified;
    const { name, ...facts } = verified.value;
    const expires = claims.expiresAt !== undefined && { expiresAt: claims.expiresAt };
    const fresh = {
      ...facts,
      ...expires,
      locationId,
      token,
      lastFour: lastFour(token),
      lastUsedAt: clock.now(),
    };
    return ok({ fresh, ...(name !== undefined && { name }) });
  }

  return {
    async connect({
      locationId,
      label,
      token,
      keep,
      passphrase,
    }: Asked): Promise<Result<Connection, BridgeError>> {
      const can = await vault.canKeep(keep, passphrase);
      if (!can.ok) return can;
      const checked = await check(locationId, token);
      if (!checked.ok) return checked;
      const name = label.trim() || checked.value.name || locationId;
      return vault.keep(checked.value.fresh, name, keep, passphrase);
    },

    async replace(locationId: string, token: string): Promise<Result<Connection, BridgeError>> {
      const now = await vault.find(locationId);
      if (!now) return fail({ code: 'not-connected' });
      const can = await vault.canKeep(now.keep);
      if (!can.ok) return can;
      const checked = await check(locationId, token);
      return checked.ok ? vault.replace(checked.value.fresh) : checked;
    },
  };
}
export type Connect = ReturnType<typeof createConnect>;
