import { describe, expect, it, vi } from 'vitest';
import { createMemory } from '../../../lib/panel/memory.ts';
import { createSites, dashboardOrigin, offeredHost, readHost } from '../../../lib/panel/sites.ts';
import { memoryStorage } from './shop-fakes.ts';

const REQUIRED = ['https://services.leadconnectorhq.com/*', 'https://app.gohighlevel.com/*'];

function fakePermissions(granted: string[], answer = true) {
  const origins = new Set(granted);
  const heard = new Set<() => void>();
  const told = {
    addListener: (hear: () => void) => heard.add(hear),
    removeListener: (hear: () => void) => heard.delete(hear),
  };
  const change = (act: (origin: string) => void) => async (wish: { origins?: string[] }) => {
    if (!answer) return false;
    for (const origin of wish.origins ?? []) act(origin);
    for (const hear of heard) hear();
    return true;
  };
  return {
    origins,
    heard,
    getAll: async () => ({ origins: [...origins] }),
    request: change((origin) => origins.add(origin)),
    remove: change((origin) => origins.delete(origin)),
    onAdded: told,
    onRemoved: told,
  };
}

function openSites(granted = REQUIRED, answer = true, storage = memoryStorage()) {
  const permissions = fakePermissions(granted, answer);
  const sites = createSites({ permissions, required: REQUIRED, memory: createMemory(storage) });
  const stop = sites.start();
  const become = (expected: object) =>
    vi.waitFor(() => expect(sites.getState()).toMatchObject({ known: true, ...expected }));
  return { permissions, sites, stop, become, storage };
}

describe('the sites Aisle may read', () => {
  it('are HighLevel’s own at first', async () => {
    const { become } = openSites();
    await become({ enabled: [], missing: [] });
  });

  it('grow and shrink by one host at a time', async () => {
    const { permissions, sites, become } = openSites();
    expect(await sites.enable('app.agency.example')).toBe(true);
    await become({ enabled: ['app.agency.example'] });
    expect([...permissions.origins]).toContain('https://app.agency.example/*');
    await sites.disable('app.agency.example');
    await become({ enabled: [] });
  });

  it('say what the browser took back, and ask for exactly that again', async () => {
    const { permissions, sites, become } = openSites(REQUIRED.slice(1));
    await become({ missing: [REQUIRED[0]] });
    await sites.restore();
    await become({ missing: [] });
    expect([...permissions.origins].sort()).toEqual([...REQUIRED].sort());
  });

  it('say when a site that was enabled is taken back, until it is allowed again or let go', async () => {
    const { permissions, sites, become } = openSites();
    const taken = { origins: ['https://app.agency.example/*'] };
    await sites.enable('app.agency.example');
    await become({ enabled: ['app.agency.example'], lost: [] });
    await permissions.remove(taken);
    await become({ enabled: [], lost: ['app.agency.example'] });
    await sites.enable('app.agency.example');
    await become({ enabled: ['app.agency.example'], lost: [] });
    await permissions.remove(taken);
    await become({ lost: ['app.agency.example'] });
    sites.forget('app.agency.example');
    await become({ enabled: [], lost: [] });
  });

  it('say so too when it was taken back while no page was open', async () => {
    const storage = memoryStorage();
    createMemory(storage).write({ sites: ['app.agency.example'] });
    const { become } = openSites(REQUIRED, true, storage);
    await become({ lost: ['app.agency.example'] });
  });

  it('do not miss what was given back on purpose, here or on another page', async () => {
    const { permissions, sites, become, storage } = openSites();
    const other = createSites({ permissions, required: REQUIRED, memory: createMemory(storage) });
    other.start();
    await sites.enable('app.agency.example');
    await vi.waitFor(() => expect(other.getState().enabled).toHaveLength(1));
    await sites.disable('app.agency.example');
    await become({ enabled: [], lost: [] });
    await vi.waitFor(() => expect(other.getState()).toMatchObject({ enabled: [], lost: [] }));
  });

  it('stay as they are when the person says no', async () => {
    const { sites, become } = openSites(REQUIRED, false);
    expect(await sites.enable('app.agency.example')).toBe(false);
    await become({ enabled: [] });
  });

  it('are not listened for once the page is gone', async () => {
    const { permissions, stop, become } = openSites();
    await become({});
    stop();
    expect(permissions.heard.size).toBe(0);
  });
});

describe('a host is offered', () => {
  const state = {
    known: true,
    enabled: ['app.enabled.example'],
    missing: [],
    declined: ['app.declined.example'],
    lost: ['app.lost.example'],
  };
  const place = { locationId: '3SwdhCsvxI8Au3KsPJt6' };
  it.each([
    ['when it shows a location', 'https://app.agency.example/v2/location/x', place, 'app.agency.example'],
    ['for every port', 'https://app.agency.example:8443/location/x', place, 'app.agency.example'],
    ['not without a location', 'https://app.agency.example/', {}, undefined],
    ['not when it is HighLevel’s own', 'https://app.gohighlevel.com/v2/location/x', place, undefined],
    ['not when it is enabled', 'https://app.enabled.example/v2/location/x', place, undefined],
    ['not when someone said "Not now"', 'https://app.declined.example/location/x', place, undefined],
    ['not when it was taken back', 'https://app.lost.example/location/x', place, undefined],
    ['not a look-alike', 'https://app.gohighlevel.com.evil.example/location/x', place, undefined],
    ['not another look-alike', 'https://app-gohighlevel.com/location/x', place, undefined],
    ['not without https', 'http://app.agency.example/location/x', place, undefined],
    ['not where the address is unknown', undefined, place, undefined],
  ])('%s', (_, url, at, expected) => {
    expect(offeredHost(url, at, state, REQUIRED)).toBe(expected);
  });

  it('once: "Not now" is remembered', () => {
    const { sites, storage } = openSites();
    sites.decline('app.agency.example');
    expect(createMemory(storage).read().declined).toEqual(['app.agency.example']);
  });
});

describe('links lead to the dashboard in front', () => {
  const at = (url: string | undefined, locationId?: string) => ({ url, place: { locationId } });
  it.each([
    ['of an agency', at('https://app.agency.example/v2/location/x', 'x'), 'https://app.agency.example'],
    ['of HighLevel', at('https://app.msgsndr.com/location/x', 'x'), 'https://app.msgsndr.com'],
    ['not of another location', at('https://app.agency.example/v2/location/y', 'y'), undefined],
    ['not of a look-alike', at('https://app.gohighlevel.com.evil.example/location/x', 'x'), undefined],
    ['not of another look-alike', at('https://app-gohighlevel.com/location/x', 'x'), undefined],
    ['not without https', at('http://app.agency.example/location/x', 'x'), undefined],
    ['not of nowhere', at(undefined), undefined],
  ])('%s', (_, tab, origin) => {
    expect(dashboardOrigin(tab, 'x')).toBe(origin);
  });
});

describe('a domain someone typed', () => {
  it.each([
    ['app.agency.example', 'app.agency.example'],
    ['  App.Agency.Example ', 'app.agency.example'],
    ['https://app.agency.example/v2/location/abc?x=1#y', 'app.agency.example'],
    ['app.agency.example/v2', 'app.agency.example'],
    ['my agency', undefined],
    ['agency', undefined],
    ['*', undefined],
    ['*.example', undefined],
    ['https://', undefined],
    ['javascript:alert(1)', undefined],
    ['https://user@app.agency.example', undefined],
    ['', undefined],
  ])('%j is read as %j', (text, host) => {
    expect(readHost(text)).toBe(host);
  });
});
