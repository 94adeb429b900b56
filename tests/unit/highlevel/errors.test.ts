import { describe, expect, it } from 'vitest';
import type { HighLevelError } from '../../../lib/highlevel/errors.ts';
import { createScript, FIELDS, ID, MAT, type Step } from './scripted.ts';

const calls = {
  list: (script: ReturnType<typeof createScript>) => script.client.listCollections({ limit: 100, offset: 0 }),
  get: (script: ReturnType<typeof createScript>) => script.client.getCollection(ID),
  product: (script: ReturnType<typeof createScript>) => script.client.getProduct({ kind: 'id', value: MAT }),
  update: (script: ReturnType<typeof createScript>) => script.client.updateCollection(ID, FIELDS),
  remove: (script: ReturnType<typeof createScript>) => script.client.deleteCollection(ID),
};
type Name = keyof typeof calls;

async function errorOf(name: Name, steps: Step[], options?: Parameters<typeof createScript>[1]) {
  const result = await calls[name](createScript(steps, options));
  if (result.ok) throw new Error('no error');
  return result.error;
}

const json = (status: number, message: unknown): Step => ({
  status,
  body: { statusCode: status, message, error: 'Some Error' },
});
const html = (status: number): Step => ({
  status,
  text: '<!DOCTYPE html><title>Attention</title>',
  headers: { 'Content-Type': 'text/html' },
});

describe('every answer that means something else has its own code', () => {
  it.each<[Name, Step, HighLevelError['code']]>([
    ['list', json(401, 'Invalid JWT'), 'token-rejected'],
    ['list', json(401, 'Invalid Private Integration token'), 'token-rejected'],
    ['get', json(401, 'Invalid token: access token is invalid'), 'token-rejected'],
    ['update', json(401, 'The token is not authorized for this scope.'), 'scope-missing'],
    ['list', json(401, 'Token user type mismatch!'), 'agency-token'],
    ['list', json(401, 'This authClass type is not allowed to access this scope'), 'agency-token'],
    ['list', json(401, 'Location is not accessible from this token'), 'wrong-location'],
    ['list', json(403, 'Location is not accessible from this token'), 'wrong-location'],
    ['product', json(403, 'The token does not have access to this location.'), 'wrong-location'],
    [
      'update',
      json(401, 'This route is not yet supported by the IAM Service. Please update your IAM config.'),
      'route-unavailable',
    ],
    ['list', json(401, 'version header was not found.'), 'refused'],
    ['list', json(400, 'Collection not found'), 'not-found'],
    ['update', json(404, 'Not Found'), 'not-found'],
    ['get', json(400, 'Bad Request'), 'not-found'],
    ['product', json(400, 'Bad Request'), 'not-found'],
    ['list', json(400, 'Bad Request'), 'invalid'],
    ['update', json(400, 'Bad Request'), 'invalid'],
    ['list', json(401, 'Something new'), 'refused'],
    ['list', json(403, 'Forbidden resource'), 'refused'],
    ['list', json(403, 'Invalid JWT'), 'refused'],
    ['list', { status: 401 }, 'refused'],
    ['list', html(403), 'refused'],
    ['list', { status: 403, text: 'error code: 1020' }, 'refused'],
    ['get', json(422, ['name must be a string']), 'invalid'],
    ['update', json(409, 'Conflict'), 'refused'],
    ['list', json(500, 'Internal server error'), 'unavailable'],
    ['update', html(503), 'unavailable'],
    ['list', html(200), 'unavailable'],
    ['get', html(404), 'unavailable'],
    ['get', html(401), 'unavailable'],
    ['list', { status: 200, text: '{"data":[{"_id":' }, 'unavailable'],
    ['list', { status: 403, text: '{"statusCode":403,"mess' }, 'unavailable'],
    ['list', 'cut', 'unavailable'],
    ['list', 'network', 'unavailable'],
    ['list', 'hang', 'timeout'],
    ['update', 'hang', 'timeout'],
  ])('%s %j is %s', async (name, step, code) => {
    expect((await errorOf(name, [step])).code).toBe(code);
  });

  it('is offline when the machine says that it has no network, and asks once', async () => {
    const script = createScript(['network'], { online: false });
    expect(await calls.list(script)).toEqual({ ok: false, error: { code: 'offline' } });
    expect(script.sent).toHaveLength(1);
  });

  it('names the scope that is missing', async () => {
    const step = json(401, 'The token is not authorized for this scope.');
    expect((await errorOf('list', [step])).scope).toBe('products/collection.readonly');
    expect((await errorOf('update', [step])).scope).toBe('products/collection.write');
    expect((await errorOf('product', [step])).scope).toBe('products.readonly');
  });

  it('keeps the words, the status and the trace of the server', async () => {
    const body = { statusCode: 403, message: 'Forbidden resource', traceId: 'abc-1' };
    expect(await errorOf('list', [{ status: 403, body }])).toEqual({
      code: 'refused',
      status: 403,
      message: 'Forbidden resource',
      traceId: 'abc-1',
    });
  });

  it('tells the firewall and our own bug from other refusals', async () => {
    expect((await errorOf('list', [html(403)])).reason).toBe('firewall');
    expect((await errorOf('list', [html(403)])).message).toBeUndefined();
    expect((await errorOf('list', [json(401, 'version header was not found.')])).reason).toBe(
      'version-header',
    );
    expect((await errorOf('list', [json(403, 'Forbidden resource')])).reason).toBeUndefined();
  });

  it('takes a 2xx that says status: false for a refusal', async () => {
    const error = await errorOf('update', [{ body: { status: false, message: 'Not today' } }]);
    expect(error).toEqual({ code: 'refused', status: 200, message: 'Not today' });
  });

  it('sends nothing without a token, or with one that is no header', async () => {
    for (const token of [undefined, 'pit-1\n2', 'pit-ü', '']) {
      const script = createScript([{ body: {} }], { token });
      expect(await calls.list(script)).toEqual({ ok: false, error: { code: 'token-rejected' } });
      expect(script.sent).toHaveLength(0);
      // And costs nothing of the allowance.
      for (let number = 0; number < 120; number += 1) await calls.list(script);
      expect(script.clock.pending()).toBe(0);
    }
  });
});

describe('the messages of a 422 stand beside their fields', () => {
  it.each<[unknown, Record<string, string[]>]>([
    [['name must be a string'], { name: ['name must be a string'] }],
    [
      ['name should not be empty', 'slug: no spacing'],
      { name: ['name should not be empty'], slug: ['slug: no spacing'] },
    ],
    [['seo.title is too long'], { 'seo.title': ['seo.title is too long'] }],
    [['Slug already exists'], { slug: ['Slug already exists'] }],
    ['A collection with this slug already exists', { slug: ['A collection with this slug already exists'] }],
    [['collectionId must be a mongodb id'], { collectionId: ['collectionId must be a mongodb id'] }],
    [
      ['property collectionId should not exist'],
      { collectionId: ['property collectionId should not exist'] },
    ],
    [['property stats should not exist'], { stats: ['property stats should not exist'] }],
    [['Unprocessable Entity'], { '': ['Unprocessable Entity'] }],
    [['name and slug differ'], { name: ['name and slug differ'] }],
    [['The name and the slug differ'], { '': ['The name and the slug differ'] }],
    [[{ property: 'slug', constraints: { matches: 'no spacing' } }], { slug: ['no spacing'] }],
    [[{ field: 'name', message: 'too long' }], { name: ['too long'] }],
    [{ slug: ['taken'] }, { slug: ['taken'] }],
    [[{ property: '__proto__', constraints: { a: 'b' } }], { '': ['Some Error'] }],
    [[{ property: 'constructor', constraints: { a: 'b' } }], { constructor: ['b'] }],
    [['property toString should not exist'], { toString: ['property toString should not exist'] }],
    [undefined, { '': ['Some Error'] }],
    [[null, 7, {}], { '': ['Some Error'] }],
  ])('%j', async (message, fields) => {
    const error = await errorOf('update', [json(422, message)]);
    expect(error.code).toBe('invalid');
    expect(error.fields).toEqual(fields);
  });

  it('and are cut when they are no words for a person', async () => {
    const long = 'x'.repeat(10_000);
    const error = await errorOf('update', [
      json(422, [long, { property: 'slug', constraints: { a: long } }]),
    ]);
    expect(JSON.stringify(error).length).toBeLessThan(2_000);
  });

  it('also of a 400 that is no "not found"', async () => {
    const error = await errorOf('update', [json(400, 'Collection with slug yoga already exists')]);
    expect(error.fields).toEqual({ slug: ['Collection with slug yoga already exists'] });
  });
});
