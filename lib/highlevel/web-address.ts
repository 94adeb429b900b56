/** Longer texts are no address that anybody follows. */
const LONGEST = 4096;

/**
 * A web address that can be read, or undefined: only http and https, nobody's name or password before the host (the
 * old trick of look-alike links), and not longer than 4,096 characters. With `base`, also what is relative to it.
 */
export function parseWebAddress(text: string, base?: string): URL | undefined {
  if (text.length > LONGEST) return undefined;
  const url = parse(text, base);
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return url.username === '' && url.password === '' ? url : undefined;
}

function parse(text: string, base: string | undefined): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** The path's parts, decoded once; what cannot be decoded becomes ''. */
export function segmentsOf(url: URL): string[] {
  return url.pathname.slice(1).split('/').map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
