/** What the server says of what changed (libs/contracts/live.ts): only what this reader may see. */
export interface LiveChange {
  unread?: number;
  cases?: string[];
  all?: true;
}

interface Listener {
  changed: (change: LiveChange) => void;
  /** The session is over. */
  ended: () => void;
}

/** A browser keeps six connections to one address: tabs that nobody looks at give theirs up. */
const hiddenMs = 30_000;
/** After the server refused the stream; meanwhile pages ask by themselves each minute. */
const refusedMs = 60_000;

/** The one stream of this tab, open while the tab is looked at; returns what ends it. */
export function liveStream({ changed, ended }: Listener): () => void {
  let source: EventSource | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  function open(): void {
    clearTimeout(again);
    if (source || document.hidden) return;
    const stream = new EventSource('/api/live');
    source = stream;
    stream.addEventListener('open', () => {
      if (missed) changed({ all: true });
      missed = false;
    });
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      changed(JSON.parse(data) as LiveChange),
    );
    stream.addEventListener('ended', () => {
      close();
      ended();
    });
    // The browser comes back by itself unless the server refused.
    stream.addEventListener('error', () => {
      missed = true;
      if (stream.readyState !== EventSource.CLOSED) return;
      close();
      again = setTimeout(open, refusedMs);
    });
  }

  function close(): void {
    source?.close();
    source = undefined;
    missed = true;
  }

  function look(): void {
    clearTimeout(closing);
    if (document.hidden) closing = setTimeout(close, hiddenMs);
    else open();
  }

  document.addEventListener('visibilitychange', look);
  open();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(closing);
    clearTimeout(again);
    close();
  };
}
