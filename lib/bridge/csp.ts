import * as z from 'zod/mini';

/**
 * The extension's content security policy forbids `new Function`, which zod tries once per object schema.
 * Every entrypoint imports this file first: schemas ask for the setting while they are being made.
 */
z.config({ jitless: true });
