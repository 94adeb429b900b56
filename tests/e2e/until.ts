/**
 * Waits until `look` answers something truthy and answers that; asks again every 25 ms.
 * Rejects after `patience` ms with a sentence that says what was waited for.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  patience = 15_000,
): Promise<Exclude<T, undefined | false | null>> {
  const end = performance.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen) return seen as Exclude<T, undefined | false | null>;
    if (performance.now() > end) throw new Error(`Waited ${patience} ms in vain: ${what}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}
