import { useStore } from 'zustand';
import { usePanel } from '../panel/context.ts';

/** The dashboard this location is open in, so that links stay on an agency's own domain; undefined elsewhere. */
export function useOrigin(locationId: string): string | undefined {
  const { tab } = usePanel();
  return useStore(tab, ({ url, place }) =>
    url !== undefined && place.locationId === locationId ? new URL(url).origin : undefined,
  );
}
