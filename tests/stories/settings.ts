import { connection, globex, MINUTE, NOW, vault } from './fixtures.ts';
import { REQUIRED } from './scene.ts';
import type { Chapter } from './story.ts';

const many = [
  connection(),
  { ...globex, state: 'rejected' as const, keep: 'memory' as const },
  connection({
    locationId: 'pQ7eNn2BvTg5HsD9mYxC',
    label: 'Fitness- und Gesundheitszentrum Donaudampfschifffahrt GmbH & Co. KG',
    keep: 'passphrase',
    state: 'locked',
    lookupOnly: true,
    expiresAt: NOW + 900 * MINUTE,
  }),
];
const enabled = [...REQUIRED, 'https://app.northwind-agency.example/*'];

export const settings: Chapter<
  | 'empty'
  | 'full'
  | 'rights'
  | 'rename'
  | 'replace'
  | 'forget'
  | 'site-wrong'
  | 'site-refused'
  | 'taken-back'
  | 'change-passphrase'
  | 'delete'
> = {
  empty: { scene: { connections: [] } },
  full: { scene: { connections: many, vault: vault({ passphrase: 'unlocked' }), origins: enabled } },
  rights: { scene: { connections: many }, play: (hand) => hand.click('button', 'What this token may do') },
  rename: { scene: { connections: many }, play: (hand) => hand.click('button', 'Rename') },
  replace: { scene: { connections: many }, play: (hand) => hand.click('button', 'Replace token') },
  forget: { scene: { connections: many }, play: (hand) => hand.click('button', 'Forget') },
  'site-wrong': {
    scene: {},
    play: async (hand) => {
      await hand.type('Your agency', 'my agency');
      await hand.click('button', 'Enable');
    },
  },
  'site-refused': {
    scene: {},
    play: async (hand) => {
      await hand.type('Your agency', 'https://app.agency.example/v2/location/x');
      await hand.click('button', 'Enable');
      await hand.text('did not allow');
    },
  },
  'taken-back': { scene: { connections: many, origins: REQUIRED.slice(2), sites: ['app.agency.example'] } },
  'change-passphrase': {
    scene: { connections: many, vault: vault({ passphrase: 'unlocked' }) },
    play: (hand) => hand.click('button', 'Change the passphrase'),
  },
  delete: { scene: { connections: many }, play: (hand) => hand.click('button', 'Delete everything') },
};
