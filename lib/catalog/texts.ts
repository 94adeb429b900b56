/** Texts in a block: small enough to write anew when one of them changes, large enough to be searched in one go. */
const BLOCK = 256;
/** Stands between two texts; no text and nothing that is searched for holds it. */
const BETWEEN = '\0';

/** Many short texts by number, searched as a few long ones: the engine finds in those some five times as fast. */
export type Texts = {
  set(number: number, text: string | undefined): void;
  /** For each number how many of the terms its text holds, counted only as long as every one before did. */
  count(terms: readonly string[]): Uint8Array;
  /** Every text with its place in a longer one; `number` as it was set. */
  all(): Iterable<{ number: number; text: string; from: number; end: number }>;
};

/** `starts[k]`: where the k-th text begins in `joined`; one more than there are texts. */
type Block = { joined: string; starts: number[]; fresh: Map<number, string> };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/**
 * The same text as narrow as it can be. Engines keep two bytes a character for what was cut from a text with one wide
 * character in it; half the bytes are half the memory, and found in twice as fast.
 */
const narrow = (text: string): string => decoder.decode(encoder.encode(text));

export function createTexts(): Texts {
  const blocks: Block[] = [];

  function blockOf(number: number): Block {
    while (blocks.length <= number / BLOCK) blocks.push({ joined: '', starts: [0], fresh: new Map() });
    return blocks[Math.floor(number / BLOCK)] ?? { joined: '', starts: [0], fresh: new Map() };
  }

  /** What changed is written into its block when somebody next searches. */
  function write(block: Block): void {
    if (block.fresh.size === 0) return;
    const { joined, starts, fresh } = block;
    const length = Math.max(starts.length - 1, ...[...fresh.keys()].map((place) => place + 1));
    const texts = Array.from(
      { length },
      (_, k) => fresh.get(k) ?? joined.slice(starts[k], (starts[k + 1] ?? 1) - 1),
    );
    block.joined = narrow(texts.join(BETWEEN));
    block.starts = [0];
    let end = 0;
    for (const text of texts) {
      end += text.length + BETWEEN.length;
      block.starts.push(end);
    }
    block.fresh = new Map();
  }

  return {
    set(number, text = '') {
      blockOf(number).fresh.set(number % BLOCK, text.replaceAll(BETWEEN, ' '));
    },
    count(terms) {
      const counts = new Uint8Array(blocks.length * BLOCK);
      blocks.forEach(write);
      for (const [term, wanted] of terms.slice(0, 255).entries()) {
        blocks.forEach(({ joined, starts }, index) => {
          let k = 0;
          let place = joined.indexOf(wanted);
          while (place >= 0) {
            while ((starts[k + 1] ?? Number.POSITIVE_INFINITY) <= place) k++;
            const number = index * BLOCK + k;
            if (counts[number] === term) counts[number] = term + 1;
            place = joined.indexOf(wanted, starts[k + 1]);
          }
        });
      }
      return counts;
    },
    *all() {
      for (const [index, block] of blocks.entries()) {
        write(block);
        const { joined, starts } = block;
        for (let k = 0; k + 1 < starts.length; k++) {
          const [from = 0, next = 0] = [starts[k], starts[k + 1]];
          yield { number: index * BLOCK + k, text: joined, from, end: next - BETWEEN.length };
        }
      }
    },
  };
}
