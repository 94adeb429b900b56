import type { Call } from '../bridge/call.ts';
import type { BridgeErrorCode } from '../bridge/contract.ts';
import type { Panel } from './parts.ts';

/** Failures that are about the token, the network or HighLevel itself, not about what was written: the banner's. */
const ABOUT_THE_WAY: ReadonlySet<BridgeErrorCode> = new Set<BridgeErrorCode>([
  'token-rejected',
  'token-expired',
  'scope-missing',
  'wrong-location',
  'agency-token',
  'route-unavailable',
  'rate-limited',
  'unavailable',
  'offline',
  'timeout',
  'bad-answer',
  'not-connected',
  'locked',
]);

/** Of those, the ones that pass by themselves. */
const PASSING: ReadonlySet<BridgeErrorCode> = new Set<BridgeErrorCode>([
  'rate-limited',
  'unavailable',
  'offline',
  'timeout',
]);

export const isPassing = (code: BridgeErrorCode): boolean => PASSING.has(code);

export const isAboutTheWay = (code: BridgeErrorCode): boolean => ABOUT_THE_WAY.has(code);

/**
 * Calls for one location as the panel watches them: writes count as saving while they run, what fails on the way
 * goes to the banner, and what works again takes it away. `retry` saves the draft of this collection again.
 */
export function createWatchedCall(
  { call, saving, problem }: Pick<Panel, 'call' | 'saving' | 'problem'>,
  locationId: string,
  retry: (id: string) => void,
): Call {
  return async (name, request) => {
    const asked = call(name, request);
    // What failed stands in the product's card.
    if (name === 'product.setCollections') return saving.during(asked);
    if (!name.startsWith('collection.') && name !== 'activity.undo') return asked;
    const answer = await saving.during(asked);
    if (answer.ok) problem.clear(locationId);
    else if (isAboutTheWay(answer.error.code)) {
      const saves = name === 'collection.save' || name === 'collection.create';
      const id = saves && 'id' in request ? request.id : undefined;
      problem.report({
        locationId,
        error: answer.error,
        retry: id === undefined ? undefined : () => retry(id),
      });
    }
    return answer;
  };
}
