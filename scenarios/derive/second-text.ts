/** Another text of the same form. */

interface Form {
  readonly form: RegExp;
  /** @returns null where no other is known */
  readonly other: (text: string, parts: readonly string[]) => string | null;
}

const sizes = ['small', 'medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '16xlarge'];

/** The next of a list; behind the last the one before it. */
const next = (one: string, of: readonly string[]): string | null => {
  const at = of.indexOf(one);
  return at === -1 ? null : (of[at + 1] ?? of[at - 1] ?? null);
};

/** The first form that a text has counts. */
const forms: readonly Form[] = [
  { form: /^(true|false)$/, other: (text) => (text === 'true' ? 'false' : 'true') },
  // A narrower block.
  {
    form: /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/,
    other: (_, [address = '', bits]) => `${address}/${Number(bits) + 1}`,
  },
  { form: /^([\da-f:]*::)\/(\d+)$/i, other: (_, [address = '', bits]) => `${address}/${Number(bits) + 1}` },
  {
    form: /^(\d+\.\d+\.\d+)\.(\d+)$/,
    other: (_, [three = '', last]) => `${three}.${(Number(last) % 250) + 1}`,
  },
  { form: /^(\d+)\/(\d+)$/, other: (_, [first = '', last]) => `${first}/${Number(last) - 1}` },
  { form: /^\d+$/, other: (text) => text.slice(0, -1) + String((Number(text.at(-1)) + 1) % 10) },
  // A day later: "2099-01-01T00:00:00Z".
  {
    form: /^(\d{4}-\d{2})-(\d{2})(T.*Z)$/,
    other: (_, [month = '', day, time = '']) =>
      `${month}-${String((Number(day) % 28) + 1).padStart(2, '0')}${time}`,
  },
  // An hour later: "02:00:00".
  {
    form: /^(\d{2})(:00:00)$/,
    other: (_, [hour, rest = '']) => `${String((Number(hour) + 1) % 24).padStart(2, '0')}${rest}`,
  },
  // An hour later each day: "0 0 4 * * ?".
  {
    form: /^(\d+ \d+ )(\d+)( \* \* \?)$/,
    other: (_, [before = '', hour, behind = '']) => `${before}${(Number(hour) + 1) % 24}${behind}`,
  },
  // A neighbouring zone: "cn-beijing-b", "eu-central-1a".
  {
    form: /^([a-z]{2}-[a-z]+(?:-\d+|(?:-\d+)?-))([a-h])$/,
    other: (_, [region = '', letter = '']) => `${region}${String.fromCharCode(letter.charCodeAt(0) + 1)}`,
  },
  {
    form: /^[a-z]{2}-[a-z]+(?:-\d+)?$/,
    other: (text) => (text === 'cn-beijing' ? 'cn-shanghai' : 'cn-beijing'),
  },
  // An instance type of the same family.
  {
    form: /^(ecs\.[a-z0-9-]+)\.([a-z0-9]+)$/,
    other: (_, [family = '', size = '']) => {
      const larger = next(size, sizes);
      return larger === null ? null : `${family}.${larger}`;
    },
  },
  // A type of hosts of the same generation.
  { form: /^ddh\.([a-z])(\w*)$/, other: (_, [kind, rest = '']) => `ddh.${kind === 'g' ? 'c' : 'g'}${rest}` },
  // A single word that begins with a large letter may be one of a fixed set: of these no other is known.
  { form: /^(?:[A-Z][a-z]+)+$/, other: () => null },
];

/** @returns null where the text may be one of a fixed set that is not known */
export const secondText = (text: string): string | null => {
  for (const { form, other } of forms) {
    const match = form.exec(text);
    if (match !== null) return other(text, match.slice(1));
  }
  return (text.length >= 8 ? secondBase64(text) : null) ?? `${text}-second`;
};

/** Another readable text in Base64; null where the text is none. */
export const secondBase64 = (text: string): string | null =>
  isBase64(text) ? Buffer.from(`${decoded(text)}\n# second`).toString('base64') : null;

const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

/** Readable text in Base64; a word of the right length that happens to be valid is none. */
const isBase64 = (text: string): boolean =>
  Buffer.from(text, 'base64').toString('base64') === text && /^[\t\n\r\x20-\x7e]+$/.test(decoded(text));
