/**
 * Percent-encodes text as both signature versions want it: UTF-8, everything encoded but letters, digits
 * and "-_.~" (RFC 3986).
 */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Parameters sorted by name, as one encoded query string. */
export const canonicalQuery = (parameters: Iterable<readonly [string, string]>): string =>
  [...parameters]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
