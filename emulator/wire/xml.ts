/**
 * XML as ECS and OSS write it: elements only. A library for it would be a tenth of the browser bundle that is not msw's.
 */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// Characters that XML 1.0 cannot carry at all.
// eslint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const escaped = (text: string): string =>
  text.replace(notInXml, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The element, or one for each item of a list; nothing for what is undefined. */
const element = (name: string, value: unknown): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const content =
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([member, one]) => element(member, one))
          .join('')
      : escaped(value === null ? '' : String(value as string | number | boolean));
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
};

/** An XML document with one root element; lists are repeated elements. */
export const encodeXml = (root: string, content: Record<string, unknown>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${element(root, content)}`;
