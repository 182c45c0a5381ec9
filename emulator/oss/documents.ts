import { fault } from '../wire/fault.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[String(name).toLowerCase()] ?? whole;
  });

/** A body's text: bodies come with a character for each byte. */
export const textOf = (bytes: string): string =>
  new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));

/** A text with a character for each byte of its UTF-8. */
export const bytesOf = (text: string): string => {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
};

/** Texts of the elements of a name that hold no further elements, in order. */
export const valuesOf = (document: string, element: string): string[] =>
  [...document.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>`, 'g'))].map((match) =>
    unescaped(match[1] ?? ''),
  );

/** @throws Fault MalformedXML where the document's root is another element, or is not closed */
export const requireRoot = (document: string, element: string): string => {
  const root = /^\s*(?:<\?[^>]*\?>\s*)?<([A-Za-z]+)[\s/>]/.exec(document)?.[1];
  const isClosed = new RegExp(`(?:</${element}>|<${element}[^>]*/>)\\s*$`).test(document);
  if (root !== element || !isClosed) throw fault('MalformedXML', { Element: element });
  return document;
};
