import { useStore } from 'zustand';
import type { Panel } from '../../lib/panel/parts.ts';
import { createShops, type Shop, type Shops } from '../../lib/panel/shop.ts';
import { usePanel } from '../panel/context.ts';
import { sayNotice } from './notice-words.ts';
import { frontsOf } from './use-front.ts';

const shops = new WeakMap<Panel, Shops>();

function shopsOf(panel: Panel): Shops {
  const found = shops.get(panel);
  if (found !== undefined) return found;
  const made = createShops({
    ...panel,
    fronts: frontsOf(panel),
    storage: localStorage,
    notify: (notice, shop) => sayNotice(panel, shop, notice),
  });
  shops.set(panel, made);
  return made;
}

/** The shop of the location that the panel shows. */
export function useShop(): Shop | undefined {
  const panel = usePanel();
  const locationId = useStore(panel.session, (state) => state.locationId);
  return locationId === undefined ? undefined : shopsOf(panel).at(locationId);
}
