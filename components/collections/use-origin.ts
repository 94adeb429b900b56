import { useStore } from 'zustand';
import { dashboardOrigin } from '../../lib/panel/sites.ts';
import { usePanel } from '../panel/context.ts';

/** The dashboard this location is open in; undefined elsewhere. */
export function useOrigin(locationId: string): string | undefined {
  const { tab } = usePanel();
  return useStore(tab, (state) => dashboardOrigin(state, locationId));
}
