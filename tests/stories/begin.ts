import './browser.ts';

// Only now: what asks the browser for its texts must not be read before they are there.
await import('./show.tsx');
