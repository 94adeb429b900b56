import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

type Part<Props extends object> = ComponentType<Props & { meanwhile?: ReactNode }> & {
  fetch: () => Promise<void>;
};

/** Chrome shows a side panel once its page has loaded, and what is asked for before belongs to that. */
const loaded = new Promise<unknown>((resolve) => {
  if (document.readyState === 'complete') resolve(undefined);
  else addEventListener('load', resolve, { once: true });
});

/**
 * What the first paint does not need: fetched when it is shown, or before, when the page has nothing else to do.
 * A part that is there is drawn at once; React's own `lazy` would show what stands in for it for 300 ms.
 */
function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let there: ComponentType<Props> | undefined;
  const fetch = async () => {
    await loaded;
    there ??= await load();
  };
  function Later(props: Props & { meanwhile?: ReactNode }) {
    const [failed, setFailed] = useState<{ error: unknown }>();
    const [, setFetched] = useState(there !== undefined);
    useEffect(() => {
      // Asked even when it is there by now: it may have come after this was drawn without it.
      fetch().then(
        () => setFetched(true),
        (error: unknown) => setFailed({ error }),
      );
    }, []);
    if (failed !== undefined) throw failed.error;
    const There = there;
    return There === undefined ? props.meanwhile : <There {...props} />;
  }
  return Object.assign(Later, { fetch });
}

export const Editor = later(() => import('../collections/editor.tsx').then((part) => part.Editor));
export const Behind = later(() => import('../collections/behind.tsx').then((part) => part.Behind));
export const ProductTab = later(() => import('../products/product-tab.tsx').then((part) => part.ProductTab));
export const ActivityTab = later(() =>
  import('../activity/activity-tab.tsx').then((part) => part.ActivityTab),
);
export const Connect = later(() => import('../connect/connect.tsx').then((part) => part.Connect));
export const Connected = later(() => import('../connect/connected.tsx').then((part) => part.Connected));
export const Unlock = later(() => import('./unlock.tsx').then((part) => part.Unlock));
export const Shortcuts = later(() => import('./shortcuts.tsx').then((part) => part.Shortcuts));
export const ReplaceToken = later(() =>
  import('../connect/replace-token.tsx').then((part) => part.ReplaceToken),
);

/** Fetches all of it, so that nothing waits when it is first wanted. */
export async function fetchLater(): Promise<void> {
  const all = [Editor, Behind, ProductTab, ActivityTab, Connect, Connected, Unlock, Shortcuts, ReplaceToken];
  await Promise.all(all.map((part) => part.fetch()));
}
