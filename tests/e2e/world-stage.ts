import { test as base } from '@playwright/test';
import { type Network, startNetwork } from '../world/network.ts';
import type { World } from '../world/types.ts';
import { createWorld, type WorldOptions } from '../world/world.ts';

export type WorldStage = {
  /** What the world is like in this test: quirks, sizes, seed. */
  worldOptions: WorldOptions;
  world: World;
  network: Network;
};

/** A world of its own for each test, and the network around it. */
export const test = base.extend<WorldStage>({
  worldOptions: [{}, { option: true }],
  world: async ({ worldOptions }, use) => use(createWorld(worldOptions)),
  network: async ({ world }, use) => {
    const network = await startNetwork(world);
    await use(network);
    await network.close();
  },
});
