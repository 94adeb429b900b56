import {
  API_HOST,
  CHAT_HOST,
  DASHBOARD_HOSTS,
  IMAGE_HOST,
  PAGES_HOST,
  STORE_HOST,
  WHITE_LABEL_HOST,
} from './types.ts';

/** Every host the world always answers for. */
export const HOSTS: readonly string[] = [
  API_HOST,
  ...DASHBOARD_HOSTS,
  WHITE_LABEL_HOST,
  STORE_HOST,
  IMAGE_HOST,
  CHAT_HOST,
  PAGES_HOST,
];

/** Any `app.….example` is somebody's white-label dashboard, look-alikes such as app.gohighlevel.com.evil.example too. */
export const isWhiteLabel = (host: string) => /^app\.[a-z0-9.-]+\.example$/.test(host);
export const isKnownHost = (host: string) => HOSTS.includes(host) || isWhiteLabel(host);
