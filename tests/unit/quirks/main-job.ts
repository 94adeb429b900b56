import { expect } from 'vitest';
import type { SaveOutcome } from '../../../lib/bridge/answers.ts';
import type { BridgeError } from '../../../lib/bridge/contract.ts';
import { FIELDS, type Fields, type Patch } from '../../../lib/drafts/fields.ts';
import type { Result } from '../../../lib/highlevel/result.ts';
import { LOCATIONS, type Quirks } from '../../world/types.ts';
import { ACME, type Browser, openBrowser } from './browser.ts';

type Answer = Result<SaveOutcome, BridgeError>;
const NEW_ID = '6650000000000000000000aa';
const NEW: Fields = {
  name: 'Autumn picks',
  slug: 'autumn-picks',
  image: 'https://storage.example/autumn.png',
  seoTitle: 'Autumn',
  seoDescription: '',
};
/** Every field; two texts that a service may tidy; texts to empty; a slug that is refused or not. */
const PATCHES: readonly Patch[] = [
  { name: 'Renamed' },
  { slug: 'renamed-2026' },
  { image: 'https://storage.example/other.png' },
  { seoTitle: 'Another title' },
  { seoDescription: 'Another description, with “quotes” & more.' },
  { name: ' With space around ', slug: 'Upper-Case' },
  { image: '' },
  { seoTitle: '', seoDescription: '', name: 'Emptied' },
  { slug: 'not a slug!' },
];

/** The main job from connecting to looking up, under these quirks. Every answer is held against the server itself. */
export async function doMainJob(quirks: Partial<Quirks>, max = 100): Promise<void> {
  const browser = await openBrowser(quirks);
  browser.world.limits.max = max;
  const { call, world, shop } = browser;
  const token = world.issueToken({ locationId: ACME });
  const connection = { locationId: ACME, label: 'Acme', keep: 'memory' } as const;

  const rejected = await call('connection.connect', { ...connection, token: `${token.slice(0, -4)}0000` });
  expect(rejected).toMatchObject({ ok: false, error: { code: 'token-rejected' } });
  const foreign = world.issueToken({ locationId: LOCATIONS.globex });
  const wrong = await call('connection.connect', { ...connection, token: foreign });
  // An empty list says nothing about the token, so neither may we.
  if (wrong.ok) expect(wrong.value.rights['products/collection.readonly']).not.toBe('yes');
  expect(await call('connection.connect', { ...connection, token })).toMatchObject({
    ok: true,
    value: { state: 'ready' },
  });

  expect(await browser.sync()).toMatchObject({ complete: true, rows: 23 });
  expect(await browser.deviceRows()).toEqual(browser.serverRows());

  const id = shop.collections[4]!._id;
  for (const patch of PATCHES) await saveAndJudge(browser, id, patch);
  await judgeTaken(browser, id);
  const made = await createAndJudge(browser);
  await deleteAndJudge(browser, made);
  await lookUp(browser);
  await moveAndJudge(browser);

  await browser.clock.sleep(60_000);
  expect(await browser.sync()).toMatchObject({ complete: true, rows: 23 });
  expect(await browser.deviceRows()).toEqual(browser.serverRows());
}

async function saveAndJudge(browser: Browser, id: string, patch: Patch): Promise<void> {
  const base = browser.onServer(id)!;
  const answer = await browser.call('collection.save', { locationId: ACME, id, base, patch });
  const now = browser.onServer(id)!;
  if (!answer.ok) {
    // Refused in HighLevel's words: then nothing is there.
    expect(answer.error).toMatchObject({ code: 'invalid' });
    expect(patch.slug).toBe('not a slug!');
    expect(now).toEqual(base);
    return;
  }
  for (const field of FIELDS) if (patch[field] === undefined) expect(now[field]).toBe(base[field]);
  await judgeStored(browser, answer, patch, id);
}

/** `saved` means: the server has it, as sent, or as the answer says. `accepted`: it gets there. */
async function judgeStored(browser: Browser, answer: Answer, sent: Patch, id: string): Promise<string> {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const { value } = answer;
  if (value.state === 'accepted') {
    await browser.clock.sleep(180_000);
    const entry = await browser.call('activity.check', { locationId: ACME, journalId: value.journalId });
    expect(entry).toMatchObject({ ok: true, value: { state: 'saved' } });
    if (!entry.ok) return id;
    expect(browser.onServer(entry.value.targetId)).toEqual(entry.value.after);
    return entry.value.targetId;
  }
  expect(value.state).toBe('saved');
  if (value.state !== 'saved') return id;
  const now = browser.onServer(value.collection.id)!;
  for (const field of FIELDS) {
    const text = sent[field];
    if (text === undefined) continue;
    const otherwise = value.stored.find((one) => one.field === field);
    if (otherwise) expect(otherwise).toEqual({ field, sent: text, got: now[field] });
    else expect([field, now[field]]).toEqual([field, text]);
  }
  const { name, slug, image, seo } = value.collection;
  expect({ name, slug, image, seoTitle: seo.title, seoDescription: seo.description }).toEqual(now);
  const device = await browser.deviceRows();
  expect(device.find((row) => row.id === value.collection.id)).toMatchObject({ name, slug, image, seo });
  return value.collection.id;
}

async function judgeTaken(browser: Browser, id: string): Promise<void> {
  const base = browser.onServer(id)!;
  const other = browser.shop.collections.find(({ _id }) => _id !== id)!;
  const patch = { slug: other.slug };
  const answer = await browser.call('collection.save', { locationId: ACME, id, base, patch });
  expect(answer).toMatchObject({
    ok: true,
    value: { state: 'slug-taken', slug: other.slug, name: other.name },
  });
  expect(browser.onServer(id)).toEqual(base);
}

async function createAndJudge(browser: Browser): Promise<string> {
  const answer = await browser.call('collection.create', { locationId: ACME, id: NEW_ID, fields: NEW });
  expect(browser.shop.collections.filter(({ slug }) => slug === NEW.slug)).toHaveLength(1);
  return judgeStored(browser, answer, NEW, NEW_ID);
}

async function deleteAndJudge(browser: Browser, id: string): Promise<void> {
  const before = browser.onServer(id);
  const answer = await browser.call('collection.delete', { locationId: ACME, id });
  expect(answer).toMatchObject({ ok: true });
  if (answer.ok && answer.value.state === 'accepted') await browser.clock.sleep(180_000);
  expect(browser.onServer(id)).toBeUndefined();
  const journal = await browser.call('activity.list', { locationId: ACME });
  const entry = journal.ok ? journal.value.find(({ kind }) => kind === 'delete') : undefined;
  expect(entry).toMatchObject({ state: 'saved', targetId: id, before });
}

/** A product into one collection and out of another, and back: nothing else of it moves, but what we were warned of. */
async function moveAndJudge({ call, shop, clock }: Browser): Promise<void> {
  const product = () => shop.products[0]!;
  const before = structuredClone(product());
  const out = before.collectionIds[0]!;
  const into = shop.collections.find(({ _id }) => !before.collectionIds.includes(_id))!._id;
  const wish = { locationId: ACME, productId: before._id, name: before.name, add: [into], remove: [out] };

  let answer = await call('product.setCollections', wish);
  const warned = answer.ok && answer.value.state === 'unsafe';
  if (warned) {
    expect(answer).toMatchObject({ value: { lacks: expect.arrayContaining(['medias', 'seo']) } });
    expect(product()).toEqual(before);
    answer = await call('product.setCollections', { ...wish, sure: true });
  }
  if (!answer.ok || answer.value.state === 'unsafe') throw new Error(JSON.stringify(answer));
  const { state, journalId = '' } = answer.value;
  if (state === 'accepted') {
    await clock.sleep(180_000);
    const entry = await call('activity.check', { locationId: ACME, journalId });
    expect(entry).toMatchObject({ ok: true, value: { state: 'saved', added: [into], removed: [out] } });
  }
  const kept = before.collectionIds.filter((id) => id !== out);
  expect([...product().collectionIds].sort()).toEqual([...kept, into].sort());
  const { updatedAt: _, collectionIds: __, ...rest } = before;
  if (!warned) expect(product()).toMatchObject(rest);

  expect(await call('activity.undo', { locationId: ACME, journalId })).toMatchObject({ ok: true });
  await clock.sleep(180_000);
  expect([...product().collectionIds].sort()).toEqual([...before.collectionIds].sort());
  if (!warned) expect(product()).toMatchObject(rest);
}

async function lookUp({ call, shop, world }: Browser): Promise<void> {
  const product = shop.products[0]!;
  const ask = (kind: 'id' | 'slug', value: string) =>
    call('product.lookup', { locationId: ACME, ref: { kind, value } });
  for (const answer of [await ask('id', product._id), await ask('slug', product.slug)]) {
    expect(answer).toMatchObject({ ok: true, value: { id: product._id, name: product.name } });
    const said = world.quirks.productSets === 'said' ? product.collectionIds : undefined;
    expect(answer.ok && answer.value.collectionIds).toEqual(said);
  }
  expect(await ask('id', '0123456789abcdef01234567')).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
}
