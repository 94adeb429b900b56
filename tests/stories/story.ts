import type { Hand } from './hand.ts';
import type { Scene } from './scene.ts';

/** One state of one screen: what is the case, and what someone does before it is looked at. */
export type Story = {
  scene: Scene;
  play?: (hand: Hand) => Promise<void>;
};

/** A page of the extension with all its states, none of them missing. */
export type Chapter<State extends string> = Record<State, Story>;
