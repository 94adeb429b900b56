import type { Print } from '../../catalog/sweep.ts';

/** Fingerprints of a list's ids: one that depends on their order, one that does not. 64 bits each. */
export function printOf(ids: Iterable<string>): Print {
  const order = [0x811c9dc5, 0x9747b28c];
  const set = [0, 0];
  let count = 0;
  for (const id of ids) {
    for (const lane of [0, 1]) {
      const hash = hashOf(id, lane);
      order[lane] = Math.imul((order[lane] ?? 0) ^ hash, 0x01000193) ^ ((order[lane] ?? 0) >>> 13);
      set[lane] = ((set[lane] ?? 0) + hash) | 0;
    }
    count++;
  }
  return { order: written(order, count), set: written(set, count) };
}

function hashOf(id: string, seed: number): number {
  let hash = seed ? 0x85ebca6b : 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), seed ? 0xcc9e2d51 : 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

const written = (lanes: number[], count: number): string =>
  `${count}.${lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')}`;
