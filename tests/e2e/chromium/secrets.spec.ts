import { API_HOST } from '../../world/types.ts';
import { connect } from '../acts.ts';
import { expect, test } from '../stage.ts';

test('a token kept on the device is nowhere but in the Authorization header to the API', async ({
  openAt,
  chromium,
  world,
}) => {
  const panel = await openAt('acme');
  const token = await connect(panel, world, 'acme');
  await expect(panel.getByText('248 collections')).toBeVisible();

  const seen = await panel.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const { storage, runtime } = Reflect.get(globalThis, 'chrome');
    const all: unknown[] = [document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }];
    for (const input of document.querySelectorAll('input')) all.push(input.value);
    all.push(await storage.local.get(), await storage.sync?.get());
    all.push(await runtime.sendMessage({ name: 'connection.list', request: {} }));
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        all.push(await settled(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(all);
  });

  const secret = token.slice('pit-'.length);
  expect(seen).toContain(token.slice(-4));
  expect(seen).not.toContain(secret);
  expect(await chromium.tab.content()).not.toContain(secret);
  expect(JSON.stringify(world.visits)).not.toContain(secret);
  for (const { url, body } of world.log) {
    expect(new URL(url).host).toBe(API_HOST);
    expect(`${url} ${JSON.stringify(body)}`).not.toContain(secret);
  }
});
