import { DASHBOARD_HOSTS } from '../../highlevel/addresses.ts';

/** HighLevel's own dashboards, as match patterns. */
export const DASHBOARD_SITES: readonly string[] = DASHBOARD_HOSTS.map((host) => `https://${host}/*`);
/** Where the build puts entrypoints/pointer.content.ts. */
export const POINTER_SCRIPT = '/content-scripts/pointer.js';

/** The parts of the browser that know which sites Aisle may see. */
export type SitesApi = {
  permissions: { getAll(): Promise<{ origins?: string[] }> };
  scripting: {
    getRegisteredContentScripts(filter: { ids: string[] }): Promise<unknown[]>;
    registerContentScripts(scripts: Script[]): Promise<void>;
    updateContentScripts(scripts: Script[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
  };
};
type Script = {
  id: string;
  matches: string[];
  js: string[];
  allFrames: boolean;
  runAt: 'document_start';
  persistAcrossSessions: boolean;
};

const ID = 'pointer';

/**
 * Keeps the pointer script registered on exactly the sites a person enabled (the manifest has HighLevel's own),
 * and tells every site there is. To be run again after an install, an update, a start of the browser and each
 * change of a permission:
 *
 * | registered scripts survive | Chrome | Firefox |
 * | a restart                  | yes    | yes     |
 * | an update or reload        | no     | no      |
 */
export function createSites(parts: {
  api: SitesApi;
  /** The script's path in the build. */
  script: string;
  /** The sites the manifest has. */
  own: readonly string[];
  /** Told every site there is, after each look. */
  onSites: (sites: readonly string[]) => Promise<void>;
}) {
  const { api, script, own } = parts;
  let last: Promise<unknown> = Promise.resolve();

  async function look(): Promise<void> {
    const origins = (await api.permissions.getAll()).origins ?? [];
    const matches = origins.filter((origin) => isOneSite(origin) && !own.includes(origin)).sort();
    const known = (await api.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
    const wanted: Script = {
      id: ID,
      matches,
      js: [script],
      allFrames: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    };
    if (matches.length === 0 && known) await api.scripting.unregisterContentScripts({ ids: [ID] });
    if (matches.length > 0 && known) await api.scripting.updateContentScripts([wanted]);
    if (matches.length > 0 && !known) await api.scripting.registerContentScripts([wanted]);
    await parts.onSites([...own, ...matches]);
  }

  return {
    /** One after the other: two at once would both find nothing registered. */
    refresh(): Promise<void> {
      const mine = last.then(look);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** A grant for every site (a browser's own switch may give it) is not a wish to have our script on every site. */
const isOneSite = (origin: string) => /^https:\/\/[^/*]+\/\*$/.test(origin);
