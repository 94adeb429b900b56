import { useStore } from 'zustand';
import { createFronts, type Front, type Fronts } from '../../lib/panel/front.ts';
import type { Panel } from '../../lib/panel/parts.ts';
import { usePanel } from '../panel/context.ts';
import { painted, rested } from '../ui/painted.ts';

/** One set of fronts per panel: leaving a tab or a location forgets nothing that is in memory. */
const fronts = new WeakMap<Panel, Fronts>();

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

export function frontsOf(panel: Panel): Fronts {
  const found = fronts.get(panel);
  if (found !== undefined) return found;
  const made = createFronts({
    ...panel,
    storage: localStorage,
    painted,
    rested,
    breathe,
  });
  fronts.set(panel, made);
  return made;
}

/** The list of the location that the panel shows. */
export function useFront(): Front | undefined {
  const panel = usePanel();
  const locationId = useStore(panel.session, (state) => state.locationId);
  return locationId === undefined ? undefined : frontsOf(panel).at(locationId);
}
