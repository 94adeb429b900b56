import { API_HOST, LOCATIONS, type World } from '../../world/types.ts';

export const ACME = LOCATIONS.acme;
export const MAT = '655b33a82209e60b6adb87a5';

export type Said = { status: number; headers: Headers; body: unknown; text: string };
export type Ask = {
  method?: string;
  body?: unknown;
  token?: string | null;
  headers?: Record<string, string | null>;
};

/** A plain client of the world's API: exactly what is given, nothing mended. */
export function createCaller(world: World, ownToken = world.issueToken({ locationId: ACME })) {
  return async (
    path: string,
    { method = 'GET', body, token = ownToken, headers = {} }: Ask = {},
  ): Promise<Said> => {
    const all: Record<string, string | null> = {
      Authorization: token === null ? null : `Bearer ${token}`,
      Version: '2021-07-28',
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    };
    const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    const response = await world.fetch(`https://${API_HOST}${path}`, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
}

export const LIST = `/products/collections?altId=${ACME}&altType=location`;
export const inAcme = { altId: ACME, altType: 'location' };
