import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clock } from '../highlevel/clock.ts';

export type ToastAction = { label: string; run: () => void };
export type NoticesState = {
  /** What the page's one live region says. */
  said: string;
  toast: { text: string; action: ToastAction | undefined } | undefined;
};

export type NoticesStore = StoreApi<NoticesState> & {
  /** Read aloud, not shown. */
  say(text: string): void;
  /** Shown for a while over the screen's foot, and read aloud. */
  toast(text: string, action?: ToastAction): void;
  /** While someone is at the toast it stays. */
  hold(): void;
  release(): void;
  dismiss(): void;
};

/** How long a toast stays, in ms: long enough to read it and reach its button. What it offers stays in Activity. */
const STAYS = 8000;

export function createNotices(clock: Clock): NoticesStore {
  const store = createStore<NoticesState>(() => ({ said: '', toast: undefined }));
  let timer: AbortController | undefined;

  // The same words twice in a row are no change, and nothing would be read: a trailing space makes them one.
  const say = (text: string) =>
    store.setState((state) => ({ said: state.said === text ? `${text}\u00a0` : text }));
  const dismiss = () => {
    timer?.abort();
    store.setState({ toast: undefined });
  };
  const release = () => {
    timer?.abort();
    timer = new AbortController();
    clock.sleep(STAYS, timer.signal).then(dismiss, () => {});
  };
  return Object.assign(store, {
    say,
    dismiss,
    release,
    hold: () => timer?.abort(),
    toast(text: string, action?: ToastAction) {
      store.setState({ toast: { text, action } });
      say(text);
      release();
    },
  });
}
