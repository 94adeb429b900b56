import { useStore } from 'zustand';
import type { Panel } from '../../lib/panel/parts.ts';
import { createShops, type Shop, type Shops } from '../../lib/panel/shop.ts';
import { usePanel } from '../panel/context.ts';
import { sayNotice } from './notice-words.ts';

/** One set of shops per panel: leaving a tab or a location forgets nothing that is in memory. */
const shops = new WeakMap<Panel, Shops>();

const painted = () =>
  new Promise<void>((resolve) => {
    // A hidden page paints nothing: it need not wait.
    if (document.visibilityState === 'hidden') setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });

/** A turn of the event loop without the 4 ms that timers cost. */
const breathe = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

function shopsOf(panel: Panel): Shops {
  const found = shops.get(panel);
  if (found !== undefined) return found;
  const made = createShops({
    ...panel,
    storage: localStorage,
    painted,
    breathe,
    notify: (notice, shop) => sayNotice(panel, shop, notice),
  });
  shops.set(panel, made);
  return made;
}

/** A location's list, read from the device from now on. */
export const listOf = (panel: Panel, locationId: string) => shopsOf(panel).at(locationId).collections;

/** The shop of the location that the panel shows. */
export function useShop(): Shop | undefined {
  const panel = usePanel();
  const locationId = useStore(panel.session, (state) => state.locationId);
  return locationId === undefined ? undefined : shopsOf(panel).at(locationId);
}
