import { isWhiteLabel } from '../hosts.ts';
import {
  type Answer,
  type Asked,
  CHAT_HOST,
  DASHBOARD_HOSTS,
  IMAGE_HOST,
  PAGES_HOST,
  type Shop,
  STORE_HOST,
  type World,
} from '../types.ts';
import { chat } from './chat.ts';
import { createDashboard } from './dashboard.ts';
import { html, missing } from './html.ts';
import { picture } from './pictures.ts';
import { createStore } from './store.ts';

export type SiteParts = {
  shops: Map<string, Shop>;
  pages: Map<string, string>;
  issueToken: World['issueToken'];
};

/** Every host that is not the API: what people look at. None of them lets a page's script read another host. */
export function createSites({ shops, pages, issueToken }: SiteParts): (asked: Asked) => Answer {
  const dashboard = createDashboard(shops, issueToken);
  const store = createStore(shops);
  const dashboards: readonly string[] = DASHBOARD_HOSTS;
  return (asked) => {
    const { host, path } = asked;
    if (dashboards.includes(host) || isWhiteLabel(host)) return dashboard(asked);
    if (host === STORE_HOST) return store(asked);
    if (host === IMAGE_HOST) return picture(path);
    if (host === CHAT_HOST) return chat(shops);
    const page = host === PAGES_HOST ? pages.get(path) : undefined;
    return page === undefined ? missing() : html(page);
  };
}
