import { DASHBOARD_HOSTS } from '../../highlevel/addresses.ts';
import { API_ORIGIN } from '../../highlevel/request.ts';

/** HighLevel's own dashboards, as match patterns. */
const DASHBOARD_SITES: readonly string[] = DASHBOARD_HOSTS.map((host) => `https://${host}/*`);
/** Asked for at install: none of them is a site somebody enabled. */
const REQUIRED: readonly string[] = [...DASHBOARD_SITES, `${API_ORIGIN}/*`];
/** Where the build puts entrypoints/pointer.content.ts. */
export const POINTER_SCRIPT = '/content-scripts/pointer.js' as const;
type ScriptPath = typeof POINTER_SCRIPT;

/** The parts of the browser that know which sites Aisle may see. */
export type SitesApi = {
  permissions: { getAll(): Promise<{ origins?: string[] }> };
  scripting: {
    getRegisteredContentScripts(filter: { ids: string[] }): Promise<unknown[]>;
    registerContentScripts(scripts: Script[]): Promise<void>;
    updateContentScripts(scripts: Script[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
    executeScript(what: {
      target: { tabId: number; allFrames: boolean };
      files: ScriptPath[];
    }): Promise<unknown>;
  };
  tabs: { query(filter: { url: string[] }): Promise<{ id?: number | undefined }[]> };
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
  script: ScriptPath;
  /** Told every site there is, after each look. */
  onSites: (sites: readonly string[]) => Promise<void>;
}) {
  const { api, script } = parts;
  let last: Promise<unknown> = Promise.resolve();

  /** Tabs that were open before get the script too. In one that has it, the newer takes over. */
  async function reach(sites: string[]): Promise<void> {
    const tabs = sites.length > 0 ? await api.tabs.query({ url: sites }) : [];
    for (const { id } of tabs) {
      if (id === undefined) continue;
      const target = { tabId: id, allFrames: true };
      // A tab that is closing, or shows an error page, cannot have it.
      await api.scripting.executeScript({ target, files: [script] }).catch(() => undefined);
    }
  }

  async function look(): Promise<void> {
    const origins = (await api.permissions.getAll()).origins ?? [];
    const matches = origins.filter((origin) => isOneSite(origin) && !REQUIRED.includes(origin)).sort();
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
    await parts.onSites([...DASHBOARD_SITES, ...matches]);
    await reach([...DASHBOARD_SITES.filter((site) => origins.includes(site)), ...matches]);
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
