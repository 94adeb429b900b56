import { QUIRK_VALUES } from './quirks.ts';
import type { Answer, Asked, Fault, Quirks, World } from './types.ts';

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: `${JSON.stringify(body, null, 2)}\n`,
});

const isQuirk = (name: string): name is keyof Quirks => Object.hasOwn(QUIRK_VALUES, name);

/** Turns the switches named; the first name or value that does not exist is the complaint. */
function turn(world: World, wanted: Record<string, unknown>): string | undefined {
  for (const [name, value] of Object.entries(wanted)) {
    if (!isQuirk(name)) return `no quirk is called ${name}`;
    const values: readonly unknown[] = QUIRK_VALUES[name];
    if (!values.includes(value)) return `${name} is one of ${JSON.stringify(values)}`;
  }
  Object.assign(world.quirks, wanted);
  return undefined;
}

/** `path` and `query` of a fault travel as the source of a regular expression. */
function fault(given: Record<string, unknown>): Fault {
  const { path, query, ...rest } = given;
  return {
    ...(rest as Fault),
    ...(typeof path === 'string' ? { path: new RegExp(path) } : {}),
    ...(typeof query === 'string' ? { query: new RegExp(query) } : {}),
  };
}

function obey(world: World, order: string, given: Record<string, unknown>): Answer | undefined {
  switch (order) {
    case 'GET log':
      return json(200, world.log);
    case 'POST log/clear':
      world.log.length = 0;
      return json(200, []);
    case 'GET quirks':
      return json(200, world.quirks);
    case 'POST quirks': {
      const complaint = turn(world, given);
      return complaint === undefined ? json(200, world.quirks) : json(400, { message: complaint });
    }
    case 'POST faults':
      world.fault(fault(given));
      return json(201, {});
    case 'POST faults/clear':
      world.clearFaults();
      return json(200, {});
    case 'POST tokens':
      return json(201, { token: world.issueToken(given as Parameters<World['issueToken']>[0]) });
    case 'GET shops':
      return json(
        200,
        [...world.shops.values()].map(({ id, name, collections, products }) => ({
          id,
          name,
          collections: collections.length,
          products: products.length,
        })),
      );
    default:
      return undefined;
  }
}

/** The hands of whoever runs the world alone: the log, the switches, faults, tokens. Not reachable in tests' networks. */
export function createControl(world: World): (asked: Asked) => Answer {
  return (asked) => {
    const order = `${asked.method} ${asked.path.replace(/^\/__world\/?/, '')}`;
    try {
      const given: unknown = asked.body === '' ? {} : JSON.parse(asked.body);
      const answer = obey(world, order, typeof given === 'object' && given !== null ? { ...given } : {});
      return answer ?? json(404, { message: `Nothing here for ${order}` });
    } catch (error) {
      return json(400, { message: String(error) });
    }
  };
}
