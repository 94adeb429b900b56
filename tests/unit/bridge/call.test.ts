import { expect, it } from 'vitest';
import { createCall } from '../../../lib/bridge/call.ts';

const locationId = '3SwdhCsvxI8Au3KsPJt6';

it('sends name and request, and answers what the worker said', async () => {
  const sent: unknown[] = [];
  const call = createCall(async (message) => {
    sent.push(message);
    return { ok: true, value: null };
  });
  expect(await call('connection.forget', { locationId })).toEqual({ ok: true, value: null });
  expect(sent).toEqual([{ name: 'connection.forget', request: { locationId } }]);
});

it('hands a failure on as a value', async () => {
  const call = createCall(async () => ({ ok: false, error: { code: 'slow-down', retryAt: 7 } }));
  expect(await call('vault.unlock', { passphrase: 'x' })).toEqual({
    ok: false,
    error: { code: 'slow-down', retryAt: 7 },
  });
});

it.each<[string, () => Promise<unknown>, string]>([
  ['nobody listens', () => Promise.reject(new Error('Could not establish connection.')), 'no-worker'],
  [
    'the extension was updated',
    () => {
      throw new Error('Extension context invalidated.');
    },
    'no-worker',
  ],
  ['the worker died on the way', async () => undefined, 'no-worker'],
  ['nothing came back', async () => null, 'no-worker'],
  ['something else came back', async () => ({ value: [] }), 'unexpected'],
  ['the value is not of the table', async () => ({ ok: true, value: [{ label: 1 }] }), 'unexpected'],
  ['the error is none we know', async () => ({ ok: false, error: { code: 'made-up' } }), 'unexpected'],
])('never throws when %s', async (_, send, code) => {
  expect(await createCall(send)('connection.list', {})).toEqual({ ok: false, error: { code } });
});
