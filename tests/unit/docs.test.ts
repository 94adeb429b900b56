import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, optionalDependencies, scripts } = JSON.parse(read('package.json'));

describe('the documents say what is there', () => {
  const contributing = read('CONTRIBUTING.md');
  const tables = contributing.slice(contributing.indexOf('## Dependencies'));
  const named = [...tables.matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap(([, cell = '']) => cell.split(','))
    .map((name) => name.trim());

  it.each(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }))(
    'CONTRIBUTING.md gives the reason for %s',
    (name) => expect(named).toContain(name),
  );

  const commands = [...`${read('README.md')}\n${contributing}`.matchAll(/npm run ([\w:]+)/g)].map(
    ([, name]) => name,
  );
  it.each([...new Set(commands)])('npm run %s exists', (name) =>
    expect(Object.keys(scripts)).toContain(name),
  );

  it('the README names every shortcut the builds suggest', () => {
    const keys = [...read('wxt.config.ts').matchAll(/suggested_key: \{ default: '([^']+)'/g)];
    expect(keys).toHaveLength(2);
    for (const [, key] of keys) expect(read('README.md')).toContain(key);
  });

  it('the README explains every permission the builds ask for', () => {
    const readme = read('README.md');
    const config = read('wxt.config.ts');
    const asked = [...(/permissions: \[([^\]]+)\]/.exec(config)?.[1] ?? '').matchAll(/'([^']+)'/g)];
    expect(asked.length).toBeGreaterThan(3);
    for (const [, permission] of asked) expect(readme).toContain(`\`${permission}\``);
  });
});
