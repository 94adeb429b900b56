import { describe, expect, it } from 'vitest';
import { createSites, POINTER_SCRIPT } from '../../../../lib/worker/context/sites.ts';

const agency = 'https://app.agency.example/*';
const dashboards = ['app.gohighlevel.com', 'app.leadconnectorhq.com', 'app.msgsndr.com'].map(
  (host) => `https://${host}/*`,
);
const other = 'https://crm.other.example/*';

/** A browser that behaves as Chrome and Firefox do: registering twice or updating nothing is refused. */
function prepare(granted: string[]) {
  const origins = [...dashboards, 'https://services.leadconnectorhq.com/*', ...granted];
  const registered = new Map<string, { id: string; matches: string[]; js: string[] }>();
  const told: (readonly string[])[] = [];
  const put = (scripts: { id: string; matches: string[]; js: string[] }[], mustBe: boolean) => {
    for (const script of scripts) {
      if (registered.has(script.id) !== mustBe) throw new Error(`script ${script.id}`);
      registered.set(script.id, script);
    }
  };
  const reached: number[] = [];
  const tabs = [
    { id: 1, site: agency },
    { id: 2, site: agency },
    { id: 3, site: other },
    { id: 4, site: dashboards[0] ?? '' },
  ];
  const sites = createSites({
    api: {
      permissions: { getAll: async () => ({ origins: [...origins] }) },
      scripting: {
        getRegisteredContentScripts: async ({ ids }) => ids.flatMap((id) => registered.get(id) ?? []),
        registerContentScripts: async (scripts) => put(scripts, false),
        updateContentScripts: async (scripts) => put(scripts, true),
        async unregisterContentScripts({ ids }) {
          for (const id of ids) registered.delete(id);
        },
        async executeScript({ target }) {
          if (target.tabId === 2) throw new Error('showing error page');
          reached.push(target.tabId);
        },
      },
      tabs: { query: async ({ url }) => tabs.filter((tab) => url.includes(tab.site)) },
    },
    script: POINTER_SCRIPT,
    onSites: async (all) => void told.push(all),
  });
  return { origins, registered, told, sites, reached };
}

describe('the pointer script', () => {
  it('is registered on the sites somebody enabled, and on no other', async () => {
    const { sites, registered, told } = prepare([other, agency]);
    await sites.refresh();
    expect([...registered.values()]).toMatchObject([{ matches: [agency, other], js: [POINTER_SCRIPT] }]);
    expect(told).toEqual([[...dashboards, agency, other]]);
  });

  it('is not registered where only HighLevel’s own sites are allowed: the manifest has those', async () => {
    const { sites, registered } = prepare([]);
    await sites.refresh();
    expect(registered.size).toBe(0);
  });

  it('follows what is granted and taken back', async () => {
    const { sites, registered, origins } = prepare([agency]);
    await sites.refresh();
    origins.push(other);
    await sites.refresh();
    expect([...registered.values()]).toMatchObject([{ matches: [agency, other] }]);
    origins.splice(origins.indexOf(agency), 1);
    await sites.refresh();
    expect([...registered.values()]).toMatchObject([{ matches: [other] }]);
    origins.splice(origins.indexOf(other), 1);
    await sites.refresh();
    expect(registered.size).toBe(0);
  });

  it('is registered once when an install and a grant happen at the same moment', async () => {
    const { sites, registered } = prepare([agency]);
    await Promise.all([sites.refresh(), sites.refresh(), sites.refresh()]);
    expect(registered.size).toBe(1);
  });

  it('reaches the tabs that are open already, as far as they can be reached', async () => {
    const { sites, reached } = prepare([agency]);
    await sites.refresh();
    expect(reached).toEqual([1, 4]);
  });

  it('stays away from "all sites", which is not a wish for our script everywhere', async () => {
    const { sites, registered } = prepare([
      'https://*/*',
      '<all_urls>',
      'http://plain.example/*',
      'https://*.x.example/*',
    ]);
    await sites.refresh();
    expect(registered.size).toBe(0);
  });

  it('is brought up to date where the browser still has an old registration', async () => {
    const { sites, registered } = prepare([agency]);
    registered.set('pointer', { id: 'pointer', matches: [], js: [] });
    await sites.refresh();
    expect([...registered.values()]).toMatchObject([{ matches: [agency] }]);
  });
});
