import type { Measure } from './measure.ts';

/** ms of CPU time. */
const WORK = 150;

/**
 * How many times longer work takes than it would alone (1: nobody else wants the processor). What is compared in one
 * run stays comparable; times in ms do not.
 */
export function benchBusy(): Measure {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const spent = () => process.cpuUsage(cpu).user / 1000;
  while (spent() < WORK) for (let turn = 0; turn < 10_000; turn++) Math.sqrt(turn);
  return { name: 'machine: time ÷ CPU time of the same work', value: (performance.now() - began) / spent() };
}
