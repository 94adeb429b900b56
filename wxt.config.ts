import { defineConfig } from 'wxt';

const API_ORIGIN = 'https://services.leadconnectorhq.com';
/** HighLevel's own dashboard hosts. White-label domains are asked for one by one, by a click. */
const DASHBOARD_HOSTS = ['app.gohighlevel.com', 'app.leadconnectorhq.com', 'app.msgsndr.com'];
const GECKO_ID = 'aisle@aisle.example';

type Modules = { getModuleInfo(id: string): { isEntry: boolean; importers: string[] } | null };

/** Whether the panel loads this module before it is drawn: by imports alone, all the way. */
function isFirst(id: string, modules: Modules, asked = new Set<string>()): boolean {
  if (asked.has(id)) return false;
  asked.add(id);
  const info = modules.getModuleInfo(id);
  if (info === null) return false;
  if (info.isEntry) return id.includes('sidepanel');
  return info.importers.some((importer) => isFirst(importer, modules, asked));
}

const policy = (extra: { style?: string; connect?: string } = {}) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${extra.style ?? ''}`,
    "img-src 'self' https: data:",
    `connect-src ${API_ORIGIN}${extra.connect ?? ''}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  i18n: { localesDir: 'lib/text/locales' },
  // The oldest browsers the manifest allows: light-dark() and nesting stay as they are written.
  vite: () => ({ build: { target: ['chrome123', 'firefox142'], modulePreload: { polyfill: false } } }),
  hooks: {
    // What the pages share comes as two files: thirty small ones would not be smaller, and load later.
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const pages = entrypoints.every(({ type }) => type === 'sidepanel' || type === 'options');
      const output = build?.rolldownOptions?.output;
      if (pages && output !== undefined && !Array.isArray(output))
        output.codeSplitting = {
          groups: [
            { name: 'asked', test: /sidepanel\/asked|wxt\/dist\/browser|@wxt-dev\/browser/, priority: 2 },
            {
              minShareCount: 2,
              priority: 1,
              name: (id, modules) => (isFirst(id, modules) ? 'shared' : null),
            },
            { minShareCount: 2, name: 'later' },
          ],
        };
    },
    // Firefox would show the sidebar by itself once installed; a panel opens when somebody opens it.
    'build:manifestGenerated': (_, { sidebar_action }) => {
      if (sidebar_action) sidebar_action.open_at_install = false;
    },
  },
  // `wxt` and `wxt -b firefox` are for people with an account: they open the real thing.
  webExt: { startUrls: [`https://${DASHBOARD_HOSTS[0]}/`] },
  manifest: ({ browser, command }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus', 'activeTab', 'scripting', 'alarms'],
    host_permissions: [API_ORIGIN, ...DASHBOARD_HOSTS.map((host) => `https://${host}`)].map(
      (origin) => `${origin}/*`,
    ),
    optional_host_permissions: ['https://*/*'],
    action: { default_title: '__MSG_app_open__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'look-up': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_app_look_up__' },
    },
    content_security_policy: {
      extension_pages:
        command === 'serve'
          ? policy({ style: " 'unsafe-inline'", connect: ' http://localhost:* ws://localhost:*' })
          : policy(),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
