import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';

const GAP = 1;
const BAR = 44;

const fileOf = (title: string) =>
  `${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)}.png`;

const source = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** The real page and the real panel as the window shows them: side by side under the address, the panel under its title. */
const sheet = (address: string, page: Buffer, panel: Buffer | undefined) => `<!doctype html><style>
  body { margin: 0; background: #dfe2e7; font: 13px system-ui, sans-serif; color: #3c4149; }
  header { height: ${BAR}px; display: flex; align-items: center; padding: 0 14px; }
  p { flex: 1; margin: 0; padding: 6px 14px; border-radius: 14px; background: #fff; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  main { display: flex; gap: ${GAP}px; }
  img { display: block; }
  figure { margin: 0; display: flex; flex-direction: column; }
  figcaption { flex: 1; display: flex; align-items: center; padding: 0 14px; font-weight: 600; }
</style><header><p></p></header><main><img src="${source(page)}">${panel ? `<figure><figcaption>Aisle</figcaption><img src="${source(panel)}"></figure>` : ''}</main>
<script>document.querySelector('p').textContent = ${JSON.stringify(address).replaceAll('<', '\\u003c')}</script>`;

/** Takes pictures with a browser of its own, so that the one that is shown notices nothing. */
export async function createAlbum(executablePath: string, folder: string) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] });
  const table = await browser.newPage({ viewport: { width: 1300, height: 800 } });
  return {
    async take(title: string, tab: Page, panel: Page | undefined) {
      // Motion ends first: the picture is of a state.
      const still = { animations: 'disabled', caret: 'hide' } as const;
      const page = await tab.screenshot(still);
      const side = await panel?.screenshot(still).catch(() => undefined);
      await table.setContent(sheet(tab.url(), page, side));
      const size = await table.evaluate(() => {
        const images = [...document.images];
        return {
          width: images.reduce((sum, image) => sum + image.naturalWidth, images.length - 1),
          height: Math.max(...images.map((image) => image.naturalHeight)),
        };
      });
      await table.setViewportSize({ width: size.width, height: size.height + BAR });
      await writeFile(join(folder, fileOf(title)), await table.screenshot());
    },
    close: () => browser.close(),
  };
}
