import * as z from 'zod/mini';
import { locationIdSchema, objectIdSchema } from '../highlevel/ids.ts';
import { syncStateSchema } from './answers.ts';

/** What the worker tells every open page. Rows never travel: the page reads the replica itself. */
export const eventSchema = z.union([
  /** These rows of the replica were written, or removed. */
  z.object({
    type: z.literal('collections'),
    locationId: locationIdSchema,
    changed: z.array(objectIdSchema),
    removed: z.array(objectIdSchema),
  }),
  z.object({ type: z.literal('sync'), state: syncStateSchema }),
  z.object({ type: z.literal('journal'), locationId: locationIdSchema }),
  /** A page wrote or removed this draft; the others read it again. */
  z.object({ type: z.literal('drafts'), locationId: locationIdSchema, id: objectIdSchema }),
  z.object({ type: z.literal('connections') }),
  z.object({ type: z.literal('vault') }),
  /** The context menu left something for the panel of this window. */
  z.object({ type: z.literal('lookup'), windowId: z.number() }),
  /** A click let us see this tab's address (`activeTab`): look at it again. */
  z.object({ type: z.literal('tab'), tabId: z.number(), windowId: z.number() }),
]);
/** The channel that the worker and every page open. */
export const CHANNEL = 'aisle';

export type AisleEvent = z.infer<typeof eventSchema>;

export type Events = {
  emit(event: AisleEvent): void;
  /** Answers the function that stops listening. */
  on(listener: (event: AisleEvent) => void): () => void;
};

/** Events over a BroadcastChannel. A page's channel does not wake a stopped worker: calls do. */
export function createEvents(channel: BroadcastChannel): Events {
  return {
    emit: (event) => channel.postMessage(event),
    on(listener) {
      const hear = (message: MessageEvent) => {
        const event = eventSchema.safeParse(message.data);
        if (event.success) listener(event.data);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
