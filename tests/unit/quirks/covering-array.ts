/** Which value of each switch, by its place in the list of values. */
export type Case<Name extends string> = Record<Name, number>;

/**
 * Few cases in which every two values of every two switches meet at least once. Greedy and deterministic: each case
 * begins with a pair that has not met yet and takes, switch by switch, the value that lets most new pairs meet.
 */
export function coveringArray<Name extends string>(sizes: Record<Name, number>): Case<Name>[] {
  const names = Object.keys(sizes) as Name[];
  const open = new Set<string>();
  const key = (a: Name, x: number, b: Name, y: number) =>
    names.indexOf(a) < names.indexOf(b) ? `${a}=${x}&${b}=${y}` : `${b}=${y}&${a}=${x}`;
  const each = (name: Name) => Array.from({ length: sizes[name] }, (_, value) => value);
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      for (const x of each(a)) for (const y of each(b)) open.add(key(a, x, b, y));
    }
  }
  const cases: Case<Name>[] = [];
  for (let first = open.values().next().value; first; first = open.values().next().value) {
    const chosen = new Map<Name, number>();
    for (const half of first.split('&')) {
      const [name, value] = half.split('=');
      chosen.set(name as Name, Number(value));
    }
    for (const name of names) {
      if (chosen.has(name)) continue;
      const meets = (value: number) =>
        [...chosen].filter(([other, given]) => open.has(key(name, value, other, given))).length;
      const best = each(name).reduce((a, b) => (meets(b) > meets(a) ? b : a), cases.length % sizes[name]);
      chosen.set(name, best);
    }
    for (const [a, x] of chosen) for (const [b, y] of chosen) if (a !== b) open.delete(key(a, x, b, y));
    cases.push(Object.fromEntries(chosen) as Case<Name>);
  }
  return cases;
}
