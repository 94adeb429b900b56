import { type ComponentType, lazy } from 'react';

/** What the first paint does not need: fetched when it is shown, or when the page has nothing else to do. */
const parts = {
  editor: () => import('../collections/editor.tsx').then((part) => part.Editor),
  product: () => import('../products/product-tab.tsx').then((part) => part.ProductTab),
  activity: () => import('../activity/activity-tab.tsx').then((part) => part.ActivityTab),
  connect: () => import('../connect/connect.tsx').then((part) => part.Connect),
  connected: () => import('../connect/connected.tsx').then((part) => part.Connected),
  unlock: () => import('./unlock.tsx').then((part) => part.Unlock),
  shortcuts: () => import('./shortcuts.tsx').then((part) => part.Shortcuts),
  replace: () => import('../connect/replace-token.tsx').then((part) => part.ReplaceToken),
};

const later = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }));

export const Editor = later(parts.editor);
export const ProductTab = later(parts.product);
export const ActivityTab = later(parts.activity);
export const Connect = later(parts.connect);
export const Connected = later(parts.connected);
export const Unlock = later(parts.unlock);
export const Shortcuts = later(parts.shortcuts);
export const ReplaceToken = later(parts.replace);

/** Fetches all of it, so that nothing waits when it is first wanted. */
export const fetchLater = () => Promise.all(Object.values(parts).map((load) => load()));
