// Every function here travels as its source text into Firefox's own window (browser.xhtml) and runs there with its rights.

type PanelBrowser = HTMLElement & {
  browsingContext: {
    currentWindowGlobal: {
      drawSnapshot(rect: null, scale: number, background: string): Promise<ImageBitmap>;
    };
  };
};
type Mouse = (type: string, x: number, y: number, event: object, options: object) => void;
declare const window: { synthesizeMouseEvent: Mouse };
declare const document: {
  getElementById(
    id: 'contentAreaContextMenu',
  ): HTMLElement & { state: string; activateItem(item: Element): void; hidePopup(): void };
  getElementById(id: string): HTMLElement;
  createElementNS(namespace: string, name: 'canvas'): HTMLCanvasElement;
};
declare const SidebarController: {
  isOpen: boolean;
  currentID: string;
  hide(): void;
  browser: { contentDocument: { getElementById(id: string): PanelBrowser } };
};
declare const gBrowser: {
  browsers: { currentURI: { spec: string }; webProgress: { isLoadingDocument: boolean } }[];
};
declare const CustomizableUI: { AREA_NAVBAR: string; addWidgetToArea(id: string, area: string): void };
type InputProcessor = {
  beginInputTransactionForTests(window: unknown): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
};
declare const Components: {
  classes: Record<string, { createInstance(kind: unknown): InputProcessor }>;
  interfaces: { nsITextInputProcessor: unknown };
};
declare const ExtensionPermissions: {
  remove(id: string, given: { permissions: string[]; origins: string[] }, extension: object): Promise<void>;
};
declare const ChromeUtils: {
  importESModule(url: string): { ExtensionPermissions: typeof ExtensionPermissions };
};
declare const WebExtensionPolicy: {
  getByID(id: string): { extension: { backgroundState: string; terminateBackground(): Promise<void> } };
};

export const backgroundRuns = (geckoId: string) =>
  WebExtensionPolicy.getByID(geckoId).extension.backgroundState === 'running';

export const endBackground = (geckoId: string) =>
  WebExtensionPolicy.getByID(geckoId).extension.terminateBackground();

export const sidebarIsOpen = (widget: string) =>
  SidebarController.isOpen && SidebarController.currentID === `${widget}-sidebar-action`;

/** A tab shows this address, and has loaded it. */
export const hasLoaded = (address: string) =>
  gBrowser.browsers.some(
    ({ currentURI, webProgress }) => currentURI.spec === address && !webProgress.isLoadingDocument,
  );

export const hideSidebar = () => SidebarController.hide();

/** Pins the extension's button to the toolbar and clicks it. */
export async function clickToolbar(widget: string) {
  CustomizableUI.addWidgetToArea(`${widget}-browser-action`, CustomizableUI.AREA_NAVBAR);
  await new Promise(requestAnimationFrame);
  const { x, y, width, height } = document.getElementById(`${widget}-browser-action`).getBoundingClientRect();
  for (const type of ['mousedown', 'mouseup']) {
    window.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 }, {});
  }
}

/** Whether the open context menu held an entry of the extension and it was chosen. */
export function chooseMenuEntry(widget: string) {
  const menu = document.getElementById('contentAreaContextMenu');
  const entry = menu.querySelector(`[id^="${widget}-menuitem-"]:not([hidden])`);
  if (menu.state !== 'open' || !entry) return false;
  menu.activateItem(entry);
  return true;
}

/** Whether the context menu is open and holds an entry of the extension; closes it. */
export function menuHoldsEntry(widget: string) {
  const menu = document.getElementById('contentAreaContextMenu');
  if (menu.state !== 'open') return null;
  const holds = menu.querySelector(`[id^="${widget}-menuitem-"]:not([hidden])`) !== null;
  menu.hidePopup();
  return holds;
}

/** Presses keys as the keyboard does: the window hears them before the page. */
export function pressKeys(keys: readonly (readonly [key: string, code: string, keyCode: number])[]) {
  const processor = Components.classes['@mozilla.org/text-input-processor;1']?.createInstance(
    Components.interfaces.nsITextInputProcessor,
  );
  if (!processor?.beginInputTransactionForTests(window)) throw new Error('Firefox takes no keys');
  const events = keys.map(([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }));
  for (const event of events) processor.keydown(event);
  for (const event of events.reverse()) processor.keyup(event);
}

/** What the page about:addons does when a permission is switched off there. */
export async function takeBack({ geckoId, origin }: { geckoId: string; origin: string }) {
  const { extension } = WebExtensionPolicy.getByID(geckoId);
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  await ExtensionPermissions.remove(geckoId, { permissions: [], origins: [origin] }, extension);
}

/** A real mouse click at a point of the sidebar's own page. */
export function clickInSidebar({ x, y }: { x: number; y: number }) {
  const frame = document.getElementById('sidebar').getBoundingClientRect();
  const panel = SidebarController.browser.contentDocument
    .getElementById('webext-panels-browser')
    .getBoundingClientRect();
  for (const type of ['mousedown', 'mouseup']) {
    const across = frame.x + panel.x + x;
    window.synthesizeMouseEvent(type, across, frame.y + panel.y + y, { button: 0, clickCount: 1 }, {});
  }
}

/** The sidebar as it is painted: PNG in base64. */
export async function paintSidebar() {
  const panel = SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
  const bitmap = await panel.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}
