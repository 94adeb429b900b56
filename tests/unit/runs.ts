/** How many cases a property is tried with: ten times as many in `npm run test:deep`. */
export const runs = (count: number): { numRuns: number } => ({
  numRuns: process.env.DEEP === '1' ? count * 10 : count,
});
