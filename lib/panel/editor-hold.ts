/** The part of `navigator.locks` that is needed. */
export type Locks = Pick<LockManager, 'request'>;

export type Hold = {
  /** Takes the draft if no other window has it; otherwise waits in line for it. */
  claim(): void;
  /** Takes the draft from the window that has it. */
  steal(): void;
  release(): void;
};

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/**
 * Which window writes a draft: the one that holds its lock, which the browser passes on when that window closes.
 * `onChange` hears true when this window may write and false when another one does.
 */
export function createHold(locks: Locks, name: string, onChange: (here: boolean) => void): Hold {
  let wanted: AbortController | undefined;

  async function take(options: LockOptions, stop: AbortController): Promise<void> {
    const done = await locks
      .request(name, options, async (lock) => {
        if (stop.signal.aborted) return true;
        onChange(lock !== null);
        if (lock === null) return false;
        await aborted(stop.signal);
        return true;
      })
      // AbortError: another window stole it, or nobody here wants it any more.
      .catch((error: unknown) => !(error instanceof DOMException && error.name === 'AbortError'));
    if (done || stop.signal.aborted) return;
    onChange(false);
    await take({ signal: stop.signal }, stop);
  }

  const begin = (options: LockOptions) => {
    wanted?.abort();
    wanted = new AbortController();
    void take(options, wanted);
  };

  return {
    claim: () => {
      if (wanted === undefined) begin({ ifAvailable: true });
    },
    steal: () => begin({ steal: true }),
    release: () => {
      wanted?.abort();
      wanted = undefined;
    },
  };
}
