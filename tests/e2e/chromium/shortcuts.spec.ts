import { LOCATIONS } from '../../world/types.ts';
import { connect } from '../acts.ts';
import { expect, test } from '../stage.ts';

test.describe('the shortcut that looks up what is selected', () => {
  for (const [where, html] of [
    ['in the page', '<p id="it">(ID)</p>'],
    ['in a text field', '<textarea id="it">what is ID?</textarea>'],
    ['in a frame', '<iframe id="frame" srcdoc="<p id=it>ID</p>"></iframe>'],
  ] as const) {
    test(`works ${where}`, async ({ openAt, chromium, world }) => {
      const panel = await openAt('acme');
      await connect(panel, world, 'acme');
      const [product] = world.shops.get(LOCATIONS.acme)?.products ?? [];
      await chromium.tab.evaluate(
        (body) => {
          document.body.innerHTML = body;
        },
        html.replace('ID', product?._id ?? ''),
      );
      const page = where === 'in a frame' ? chromium.tab.frameLocator('#frame') : chromium.tab;
      await page.locator('#it').click();
      await chromium.tab.keyboard.press('ControlOrMeta+a');
      await chromium.chooseShortcut();
      await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
    });
  }

  test('reads no password', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const [product] = world.shops.get(LOCATIONS.acme)?.products ?? [];
    await chromium.tab.evaluate((secret) => {
      document.body.innerHTML = `<input type="password" value="${secret}">`;
    }, product?._id ?? '');
    await chromium.tab.locator('input').click();
    await chromium.tab.keyboard.press('ControlOrMeta+a');
    await chromium.chooseShortcut();
    await expect(panel.getByText('No product in this')).toBeVisible();
  });
});

test('Settings shows the keys that the browser gave, and opens its page for changing them', async ({
  chromium,
}) => {
  const settings = await chromium.context.newPage();
  await settings.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  const about = settings.getByRole('region', { name: 'About' });
  await expect(about.getByText('Alt+Shift+L')).toBeVisible();
  await expect(about.getByText('Alt+Shift+U')).toBeVisible();
  const opened = chromium.context.waitForEvent('page');
  await about.getByRole('button', { name: 'Change them in the browser' }).click();
  await (await opened).waitForURL('chrome://extensions/shortcuts');
});
