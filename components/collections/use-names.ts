import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Shop } from '../../lib/panel/shop.ts';
import { usePanel } from '../panel/context.ts';

/** Names of collections as the device knows them. Those of the location in front change with the list. */
export function useNames(
  { collections, locationId: own }: Shop,
  locationId: string,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const { replica } = usePanel();
  const [read, setRead] = useState<ReadonlyMap<string, string>>(new Map());
  useStore(collections, (state) => state.entries);
  const wanted = ids.join();
  useEffect(() => {
    let here = true;
    if (wanted !== '')
      replica.get(locationId, wanted.split(',')).then(
        (rows) => here && setRead(new Map(rows.map(({ id, name }) => [id, name]))),
        () => {},
      );
    return () => {
      here = false;
    };
  }, [replica, locationId, wanted]);
  if (locationId !== own) return read;
  return new Map(
    ids.flatMap((id) => {
      const name = collections.row(id)?.name ?? read.get(id);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}
