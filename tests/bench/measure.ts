/** One number of the bench. Its unit stands in the name. Without a target it is only told. */
export type Measure = { name: string; value: number; target?: number };

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that 95 of 100 do not exceed. */
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** The greatest; 0 of none. */
export const worst = (values: readonly number[]): number => Math.max(0, ...values);

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
