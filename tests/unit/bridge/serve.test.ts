import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BridgeError, contract, type MessageName } from '../../../lib/bridge/contract.ts';
import type { Stamp } from '../../../lib/bridge/senders.ts';
import { createServer, type Handlers } from '../../../lib/bridge/serve.ts';
import { fail, ok, type Result } from '../../../lib/highlevel/result.ts';

const home = 'chrome-extension://aisle-id';
const self = { id: 'aisle-id', base: `${home}/` };
const tab = { id: 7, windowId: 1 };
const panel: Stamp = { id: self.id, origin: home, url: `${home}/sidepanel.html` };
const options: Stamp = { ...panel, url: `${home}/options.html`, tab, frameId: 0 };
const pointer: Stamp = {
  id: self.id,
  origin: 'https://app.gohighlevel.com',
  url: 'https://app.gohighlevel.com/v2/location/3SwdhCsvxI8Au3KsPJt6',
  tab,
  frameId: 0,
};
const senders = { panel, options, pointer };
const locationId = '3SwdhCsvxI8Au3KsPJt6';
const refused = { ok: false, error: { code: 'bad-message' } };
const isName = (name: string): name is MessageName => Object.hasOwn(contract, name);
const names = Object.keys(contract).filter(isName);

/** A server whose handlers all answer the same, and a note of who was asked. */
function serving(answer: () => Promise<Result<unknown, BridgeError>>) {
  const asked: [string, unknown, unknown][] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (request: unknown, from: unknown) => {
        asked.push([name, request, from]);
        return answer();
      },
    ]),
  ) as unknown as Handlers;
  const listen = createServer({ handlers, self, during: (work) => work() });
  const send = (message: unknown, stamp: Stamp) =>
    new Promise<unknown>((resolve) => {
      expect(listen(message, stamp, resolve)).toBe(true);
    });
  return { asked, send };
}

describe('who may ask what', () => {
  const rows = names.flatMap((name) =>
    (['panel', 'options', 'pointer'] as const).map((who) => ({
      name,
      who,
      may: contract[name].from.some((each) => each === who),
    })),
  );

  it.each(rows)('$name from $who: $may', async ({ name, who, may }) => {
    const { asked, send } = serving(async () => fail({ code: 'gone' }));
    const good: Record<string, unknown> = {
      locationId,
      label: '',
      token: 'pit',
      keep: 'memory',
      passphrase: 'x',
      next: 'y',
      minutes: 15,
      force: false,
      name: '',
      id: 'a'.repeat(24),
      base: { name: '', slug: '', image: '', seoTitle: '', seoDescription: '' },
      fields: { name: '', slug: '', image: '', seoTitle: '', seoDescription: '' },
      patch: {},
      journalId: 'j',
      ref: { kind: 'slug', value: 'mat' },
      windowId: 1,
      collectionId: 'a'.repeat(24),
      productId: 'a'.repeat(24),
      add: [],
      remove: [],
      offset: 0,
      seen: [],
    };
    const answer = await send({ name, request: good }, senders[who]);
    expect(answer).toEqual(may ? { ok: false, error: { code: 'gone' } } : refused);
    expect(asked.map(([first]) => first)).toEqual(may ? [name] : []);
  });

  it('the pointer script may say what was under the pointer, and nothing else', () => {
    expect(names.filter((name) => contract[name].from.some((who) => who === 'pointer'))).toEqual([
      'pointer.seen',
    ]);
    expect(contract['pointer.seen'].from).toEqual(['pointer']);
  });
});

describe('a message', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'connection.list'],
    ['a list', ['connection.list', {}]],
    ['no name', { request: {} }],
    ['no request', { name: 'connection.list' }],
    ['a name that is not in the table', { name: 'connection.steal', request: {} }],
    ['a name every object has', { name: 'constructor', request: {} }],
    ['the name of the prototype', { name: '__proto__', request: {} }],
    ['a name that is no text', { name: { toString: () => 'connection.list' }, request: {} }],
    ['a request of another shape', { name: 'connection.rename', request: { locationId } }],
    ['a location id that is none', { name: 'connection.forget', request: { locationId: '../x' } }],
    [
      'a token that is a book',
      { name: 'connection.replace', request: { locationId, token: 'x'.repeat(10_001) } },
    ],
    ['a request that is no object', { name: 'connection.list', request: 'all' }],
  ])('of %s is refused without asking any part', async (_, message) => {
    const { asked, send } = serving(async () => ok([]));
    expect(await send(message, panel)).toEqual(refused);
    expect(asked).toEqual([]);
  });

  it('of whatever kind gets an answer and never an exception', async () => {
    const { asked, send } = serving(async () => ok(null));
    await fc.assert(
      fc.asyncProperty(fc.anything({ withBigInt: true, withNullPrototype: true }), async (message) => {
        expect(await send(message, panel)).toEqual(refused);
      }),
    );
    expect(asked).toEqual([]);
  });

  it('reaches its part parsed: what the table does not know is gone', async () => {
    const { asked, send } = serving(async () => ok(null));
    await send({ name: 'connection.forget', request: { locationId, extra: 1 }, also: 2 }, options);
    expect(asked).toEqual([['connection.forget', { locationId }, { origin: home, tabId: 7, windowId: 1 }]]);
  });

  it('cannot say where it comes from: only the browser’s stamp counts', async () => {
    const { asked, send } = serving(async () => ok([]));
    const message = { name: 'connection.list', request: {}, sender: panel, origin: home, url: panel.url };
    expect(await send(message, pointer)).toEqual(refused);
    expect(asked).toEqual([]);
  });
});

describe('an answer', () => {
  const list = { name: 'connection.list', request: {} };
  const connection = {
    locationId,
    label: 'Acme',
    lastFour: 'a3f9',
    keep: 'memory',
    state: 'ready',
    rights: {
      'products/collection.readonly': 'yes',
      'products/collection.write': 'no',
      'products.readonly': 'unknown',
      'products.write': 'unknown',
    },
    lookupOnly: false,
  };

  it('loses what the table does not know, so that nothing slips out', async () => {
    const { send } = serving(async () => ok([{ ...connection, token: 'pit-secret', tokenId: '1' }]));
    expect(await send(list, panel)).toEqual({ ok: true, value: [connection] });
  });

  it('of the wrong shape does not leave at all', async () => {
    const { send } = serving(async () => ok([{ ...connection, keep: 'everywhere', token: 'pit-secret' }]));
    expect(await send(list, panel)).toEqual({ ok: false, error: { code: 'unexpected' } });
  });

  it('that fails keeps its code and what the table knows of it', async () => {
    const error = { code: 'slow-down', retryAt: 5, token: 'pit-secret' } as const;
    const { send } = serving(async () => fail(error));
    expect(await send(list, panel)).toEqual({ ok: false, error: { code: 'slow-down', retryAt: 5 } });
  });

  it('of HighLevel keeps status, field messages and trace', async () => {
    const error: BridgeError = { code: 'invalid', status: 422, fields: { slug: ['taken'] }, traceId: 't' };
    const { send } = serving(async () => fail(error));
    expect(await send(list, panel)).toEqual({ ok: false, error });
  });

  it('with a code nobody knows is unexpected', async () => {
    const { send } = serving(async () => fail({ code: 'made-up' } as unknown as BridgeError));
    expect(await send(list, panel)).toEqual({ ok: false, error: { code: 'unexpected' } });
  });

  it.each<[string, () => Promise<never>]>([
    [
      'throws',
      () => {
        throw new Error('pit-secret');
      },
    ],
    ['rejects', () => Promise.reject(new Error('pit-secret'))],
  ])('of a part that %s says nothing of why', async (_, answer) => {
    const { send } = serving(answer);
    expect(await send(list, panel)).toEqual({ ok: false, error: { code: 'unexpected' } });
  });
});
