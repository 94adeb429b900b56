import { describe, expect, it } from 'vitest';
import { createWorld } from '../../world/world.ts';
import { ACME, createCaller, inAcme, LIST, MAT } from './calls.ts';

const world = createWorld();
const call = createCaller(world);
const shop = world.shops.get(ACME)!;
const first = shop.collections[0]!;
const one = (id = first._id) => `/products/collections/${id}`;

describe('the calls that work', () => {
  it('lists ten by default, in order, with the total', async () => {
    const { body } = await call(LIST);
    const { data, total } = body as { data: { name: string }[]; total: number };
    expect(total).toBe(248);
    expect(data.map((row) => row.name)).toEqual(shop.collections.slice(0, 10).map((row) => row.name));
  });

  it('pages without gaps or repeats', async () => {
    const ids: string[] = [];
    for (let offset = 0; offset < 300; offset += 100) {
      const { body } = await call(`${LIST}&limit=100&offset=${offset}`);
      ids.push(...(body as { data: { _id: string }[] }).data.map((row) => row._id));
    }
    expect(ids).toEqual(shop.collections.map((row) => row._id));
  });

  it('finds by name, whatever its case, and by ids', async () => {
    const named = await call(`${LIST}&name=yOGA%20WH`);
    expect(named.body).toMatchObject({ total: 1, data: [{ slug: 'yoga-wheels' }] });
    const ids = [shop.collections[3]!._id, shop.collections[1]!._id];
    const listed = await call(`${LIST}&collectionIds=${ids.join(',')}`);
    expect(listed.body).toMatchObject({ total: 2, data: [{ _id: ids[1] }, { _id: ids[0] }] });
  });

  it('counts products as they are now', async () => {
    const counted = async () => {
      const { body } = await call(`${LIST}&name=Default`);
      return (body as { data: { stats: { productCount: number } }[] }).data[0]!.stats.productCount;
    };
    const { _id } = shop.collections[9]!;
    expect(await counted()).toBe(0);
    shop.products[1]!.collectionIds.push(_id);
    expect(await counted()).toBe(1);
    shop.products[2]!.collectionIds = [...shop.products[2]!.collectionIds.slice(1), _id];
    expect(await counted()).toBe(2);
    for (const product of shop.products.slice(1, 3)) product.collectionIds.pop();
    expect(await counted()).toBe(0);
  });

  it('gets one', async () => {
    const { body } = await call(`${one()}?altId=${ACME}`);
    expect(body).toMatchObject({
      status: true,
      data: { _id: first._id, slug: 'best-sellers', seo: first.seo },
    });
  });

  it('creates with the caller’s id, updates, deletes', async () => {
    const collectionId = '66057f9d28536eae584ec047';
    const fields = { name: 'Trial', slug: 'trial', image: '', seo: { title: 'T', description: '' } };
    const created = await call('/products/collections', {
      method: 'POST',
      body: { ...inAcme, ...fields, collectionId },
    });
    expect([created.status, created.body]).toMatchObject([201, { data: { _id: collectionId, ...fields } }]);

    const updated = await call(one(collectionId), { method: 'PUT', body: { ...inAcme, name: 'Trial 2' } });
    expect([updated.status, updated.body]).toMatchObject([
      200,
      { status: true, message: 'Successfully created' },
    ]);
    expect(shop.collections.at(-1)).toMatchObject({ name: 'Trial 2', slug: 'trial', seo: { title: 'T' } });

    shop.products[3]!.collectionIds.push(collectionId);
    const gone = await call(`${one(collectionId)}?altId=${ACME}&altType=location`, { method: 'DELETE' });
    expect(gone.status).toBe(200);
    expect(shop.collections.some((row) => row._id === collectionId)).toBe(false);
    expect(shop.products[3]!.collectionIds).not.toContain(collectionId);
  });

  it('lists the products of a collection', async () => {
    const yoga = shop.collections[2]!._id;
    const { body } = await call(`/products/?locationId=${ACME}&collectionIds=${yoga}&limit=5`);
    expect(body).toMatchObject({ total: [{ total: 23 }] });
    const { products } = body as { products: { _id: string; collectionIds: string[] }[] };
    expect(products).toHaveLength(5);
    expect(products[0]!._id).toBe(MAT);
    expect(products.every((product) => product.collectionIds.includes(yoga))).toBe(true);
    const expanded = await call(`/products/?locationId=${ACME}&productIds[]=${MAT}&expand[]=tax`);
    expect(expanded.body).toMatchObject({ products: [{ taxes: [{ name: 'Sales tax' }] }] });
  });

  it('changes a product’s collections', async () => {
    const collectionIds = [first._id];
    const fields = { name: 'Awesome Yoga Mat', locationId: ACME, productType: 'PHYSICAL', collectionIds };
    const { status } = await call(`/products/${MAT}`, { method: 'PUT', body: fields });
    expect(status).toBe(200);
    expect(shop.products[0]).toMatchObject({ collectionIds, statementDescriptor: 'ACME FIT' });
  });

  it('edits in bulk up to 30 entities, prices counted', async () => {
    const products = shop.products
      .slice(5, 20)
      .map((product) => ({ _id: product._id, availableInStore: false }));
    const edit = (some: object[]) =>
      call('/products/bulk-update/edit', { method: 'POST', body: { ...inAcme, products: some } });
    expect(await edit(products)).toMatchObject({ status: 201, body: { updatedCount: 15 } });
    const tooMany = [...products, { _id: shop.products[30]!._id }];
    expect(await edit(tooMany)).toMatchObject({ status: 400 });
  });

  it('keeps a log with no token in it', async () => {
    const token = world.issueToken({ locationId: ACME });
    await call(`${LIST}&limit=3`, { token });
    expect(world.log.at(-1)).toMatchObject({
      method: 'GET',
      path: '/products/collections',
      query: { limit: '3' },
      tokenEnd: token.slice(-4),
      status: 200,
    });
    expect(JSON.stringify(world.log)).not.toContain(token.slice(4, 30));
  });

  it.each([
    ['oauth', 'Location', ACME],
    ['oauth-agency', 'Company', expect.stringMatching(/^[A-Za-z0-9]{20}$/)],
  ] as const)('an %s token is a JWT that says whose it is', (kind, authClass, authClassId) => {
    const scopes = ['products.readonly'];
    const parts = world
      .issueToken({ kind, locationId: ACME, scopes, expiresAt: 1_800_000_000_000 })
      .split('.');
    const claims = JSON.parse(Buffer.from(parts[1]!, 'base64url').toString());
    expect(parts).toHaveLength(3);
    expect(claims).toMatchObject({ authClass, authClassId, oauthMeta: { scopes }, exp: 1_800_000_000 });
  });

  it('makes Private Integration tokens of the known shape', () => {
    expect(world.issueToken({ locationId: ACME })).toMatch(/^pit-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
  });

  it('forgets a revoked token', async () => {
    const token = world.issueToken({ locationId: ACME });
    expect((await call(LIST, { token })).status).toBe(200);
    world.revokeToken(token);
    expect((await call(LIST, { token })).body).toMatchObject({ statusCode: 401, error: 'Unauthorized' });
  });
});
