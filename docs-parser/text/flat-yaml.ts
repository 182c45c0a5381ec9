const entry = /^([A-Za-z_][\w-]*):(?:[ \t]+(.*?))?[ \t]*$/;

/** Words and marks that cannot be anything but a string, whatever YAML knows besides. */
const plain = /^[A-Za-z][\w ./()-]*$/;

/** Words that YAML takes for something else than a string. */
const literal = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * Front matter in the one form that nearly all pages have: names at the first column, each with a quoted string, a
 * plain one, or one indented line below `|-`. It takes a tenth of the time of a whole YAML parser.
 * @returns undefined for every other form, which is the YAML parser's to read
 */
export const readFlatYaml = (text: string): Record<string, string> | undefined => {
  const lines = text.split('\n');
  const found: Record<string, string> = {};
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const [, name, value = ''] = entry.exec(line) ?? [];
    if (name === undefined || Object.hasOwn(found, name)) return undefined;
    const block = value === '|-' ? blockAt(lines, at + 1) : undefined;
    const read = block?.text ?? scalar(value);
    if (read === undefined) return undefined;
    found[name] = read;
    at += block?.lines ?? 0;
  }
  return found;
};

const scalar = (value: string): string | undefined => {
  const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(value);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  return plain.test(value) && !literal.test(value) ? value : undefined;
};

/** The indented lines below `|-`; undefined where they do not all stand in the same column. */
const blockAt = (lines: readonly string[], from: number): { text: string; lines: number } | undefined => {
  const indent = /^ +/.exec(lines[from] ?? '')?.[0];
  if (indent === undefined) return undefined;
  let to = from;
  while (to < lines.length && (lines[to] ?? '').startsWith(indent)) to += 1;
  const block = lines.slice(from, to);
  // A blank line, or one indented less, has rules of its own.
  if (block.some((line) => line.trim() === '') || /^\s/.test(lines[to] ?? '')) return undefined;
  return { text: block.map((line) => line.slice(indent.length)).join('\n'), lines: block.length };
};
