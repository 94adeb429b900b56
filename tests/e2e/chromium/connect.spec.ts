import { LOCATIONS, type World } from '../../world/types.ts';
import { submitToken, writes } from '../acts.ts';
import { expect, test } from '../stage.ts';

const acme = { locationId: LOCATIONS.acme };
const COLLECTIONS = /^\/products\/collections/;

test.describe('connecting', () => {
  test('verifies with a real read before anything is kept', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await submitToken(panel, world.issueToken(acme), 'Acme');
    await expect(panel.getByRole('heading', { name: 'Connected to Acme' })).toBeVisible();
    expect(world.log[0]).toMatchObject({
      method: 'GET',
      path: '/products/collections',
      query: { altId: LOCATIONS.acme, altType: 'location' },
      status: 200,
    });
    expect(writes(world)).toEqual([]);
  });

  for (const [how, pasted] of [
    ['with spaces and a line break', (token: string) => `  ${token} \n`],
    ['in quotes', (token: string) => `"${token}"`],
    ['with the word Bearer before it', (token: string) => `Bearer ${token}`],
  ] as const) {
    test(`accepts a token pasted ${how}`, async ({ openAt, world }) => {
      const panel = await openAt('acme');
      await submitToken(panel, pasted(world.issueToken(acme)), 'Acme');
      await expect(panel.getByRole('heading', { name: 'Connected to Acme' })).toBeVisible();
    });
  }

  const BAD: [string, (world: World) => string, string][] = [
    ['an empty token', () => '   ', 'Paste the token from HighLevel'],
    ['a wrong token', () => 'pit-00000000-0000-4000-8000-000000000000', 'HighLevel refused the token'],
    [
      'a token of another location',
      (world) => world.issueToken({ locationId: LOCATIONS.globex }),
      'This token belongs to another location',
    ],
    [
      'a token without any right that is needed',
      (world) => world.issueToken({ ...acme, scopes: ['contacts.readonly'] }),
      'Add “View Product Collections” to the integration',
    ],
    [
      'a revoked token',
      (world) => {
        const token = world.issueToken(acme);
        world.revokeToken(token);
        return token;
      },
      'HighLevel refused the token',
    ],
    [
      'a connection that breaks',
      (world) => {
        world.fault({ path: COLLECTIONS, times: 99, does: { kind: 'reset', applied: false } });
        return world.issueToken(acme);
      },
      'HighLevel does not answer as it should',
    ],
    [
      'HTML instead of JSON',
      (world) => {
        const body = '<html><body>Maintenance</body></html>';
        world.fault({
          path: COLLECTIONS,
          times: 99,
          does: { kind: 'answer', status: 200, body, type: 'text/html' },
        });
        return world.issueToken(acme);
      },
      'HighLevel does not answer as it should',
    ],
  ];
  for (const [what, token, words] of BAD) {
    test(`${what}: says what to do, keeps nothing, and takes another`, async ({ openAt, world }) => {
      const panel = await openAt('acme');
      await submitToken(panel, token(world), 'Acme');
      await expect(panel.getByText(words)).toBeVisible({ timeout: 45_000 });
      await expect(panel.getByRole('textbox', { name: 'Token' })).toHaveValue('');
      expect(writes(world)).toEqual([]);
      world.clearFaults();
      await submitToken(panel, world.issueToken(acme));
      await expect(panel.getByRole('heading', { name: 'Connected to Acme' })).toBeVisible();
    });
  }

  test('no network: says so, and connects once there is one', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await chromium.context.setOffline(true);
    await submitToken(panel, world.issueToken(acme), 'Acme');
    await expect(panel.getByText('No connection to HighLevel')).toBeVisible();
    expect(world.log).toEqual([]);
    await chromium.context.setOffline(false);
    await submitToken(panel, world.issueToken(acme));
    await expect(panel.getByRole('heading', { name: 'Connected to Acme' })).toBeVisible();
  });

  test('a token that lacks one right is connected, and the right is named', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await submitToken(panel, world.issueToken({ ...acme, scopes: ['products.readonly'] }), 'Acme');
    await expect(panel.getByText('Add “View Product Collections” to the integration')).toBeVisible();
  });

  test('an agency token can look products up and says so', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await submitToken(panel, world.issueToken({ ...acme, kind: 'agency' }), 'Acme');
    await expect(panel.getByText('It was made for the agency')).toBeVisible();
    await panel.getByRole('button', { name: 'Look a product up' }).click();
    await expect(panel.getByRole('searchbox', { name: 'Product id, slug or link' })).toBeVisible();
  });

  test("an access token's location and end are read from it", async ({ openAt, world }) => {
    const panel = await openAt('acme');
    const token = world.issueToken({ kind: 'oauth', locationId: LOCATIONS.globex });
    await panel.getByRole('textbox', { name: 'Token' }).fill(token);
    await expect(panel.getByText('belongs to location')).toBeVisible();
    expect(world.log).toEqual([]);
  });
});
