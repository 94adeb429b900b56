import { vi } from 'vitest';

const deep = process.env.DEEP === '1';

// Properties take as long as the machine is busy with other things: a limit only against hanging.
vi.setConfig({ testTimeout: deep ? 600_000 : 60_000 });

/** How many cases a property is tried with: ten times as many in `npm run test:deep`. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: deep ? count * 10 : count });
