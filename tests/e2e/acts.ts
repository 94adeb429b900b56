import { expect, type Page } from '@playwright/test';
import { LOCATIONS, type World } from '../world/types.ts';

/** Types a token as a person pastes one, and presses Connect. */
export async function submitToken(panel: Page, token: string, name = '') {
  if (name !== '') await panel.getByRole('textbox', { name: 'Name' }).fill(name);
  await panel.getByRole('textbox', { name: 'Token' }).fill(token);
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Connects a location with a good token and shows its collections; answers the token. */
export async function connect(
  panel: Page,
  world: World,
  location: keyof typeof LOCATIONS,
  name = 'Acme Fitness',
) {
  const token = world.issueToken({ locationId: LOCATIONS[location] });
  await submitToken(panel, token, name);
  await panel.getByRole('button', { name: 'Show collections' }).click();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  return token;
}

/** Finds a collection by its name, as a person does in a long list, and opens it. */
export async function openCollection(panel: Page, name: string) {
  await find(panel, name);
  await row(panel, name).click();
  await expect(field(panel, 'Name')).toHaveValue(name);
}

export const find = (panel: Page, text: string) =>
  panel.getByRole('searchbox', { name: 'Search collections' }).fill(text);

/** The row of the collection with exactly this name. */
export const row = (panel: Page, name: string) =>
  panel
    .getByRole('list', { name: 'Collections' })
    .getByRole('button')
    .filter({ has: panel.getByText(name, { exact: true }) });

export const field = (panel: Page, name: string) => panel.getByRole('textbox', { name, exact: true });

export const save = (panel: Page) => panel.getByRole('button', { name: 'Save', exact: true }).click();

/** What reached the API and could change something. */
export const writes = (world: World) => world.log.filter(({ method }) => method !== 'GET');

/** What is said once, in the live region. */
export const said = (panel: Page, text: string) => panel.getByRole('status').getByText(text, { exact: true });
