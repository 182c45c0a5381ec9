/** Verbs, values and outcomes in words that a reader of the page knows. */
import type { Outcome } from '../drivers/driver.ts';
import type { RefusalKind, Value, Verb } from '../scenario.ts';

export const inWords = (value: Value | undefined): string =>
  value === undefined || value === null
    ? 'nothing'
    : typeof value === 'string'
      ? `"${value}"`
      : shorten(JSON.stringify(value));

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 297)}…` : text);

/** "create alicloud_vpc.default", with the acting account if it is not the owner. */
export const doing = (verb: Verb): string => {
  const by = verb.as === undefined || verb.as === 'owner' ? '' : ` as ${verb.as}`;
  return `${deed(verb)}${by}`;
};

const deed = (verb: Verb): string => {
  if ('create' in verb) return `create ${verb.create.address}`;
  if ('createMany' in verb) return `create ${numbered(verb.createMany)}`;
  if ('read' in verb) return `read ${verb.read}`;
  if ('import' in verb) return `import ${verb.import.address} by ${verb.import.id}`;
  if ('update' in verb)
    return `update ${verb.update.address}: ${Object.keys(verb.update.arguments).join(', ')}`;
  if ('delete' in verb) return `delete ${verb.delete}`;
  if ('deleteAgain' in verb) return `delete ${verb.deleteAgain} once more`;
  if ('destroy' in verb) return 'destroy everything';
  return verb.act;
};

/** "alicloud_vpc.a, 1 to 50" or "alicloud_vpc.a, number 51". */
const numbered = ({
  address,
  times,
  from = 1,
}: Extract<Verb, { createMany: unknown }>['createMany']): string =>
  times === 1 ? `${address}, number ${from}` : `${address}, ${from} to ${from + times - 1}`;

const kinds: Readonly<Record<RefusalKind, string>> = {
  'missing-argument': 'a required argument is missing',
  'unknown-argument': 'an argument is not known',
  'invalid-value': 'a value is not valid',
  'not-found': 'something is not found',
  forbidden: 'it is not allowed',
  quota: 'a limit is reached',
  conflict: 'it conflicts with the present state',
  'in-use': 'it is still in use',
  'not-implemented': 'it is not implemented',
  other: 'for another reason',
};

export const refusalInWords = (reasons: readonly RefusalKind[], codes: readonly string[] = []): string => {
  const why =
    reasons.length === 0 ? '' : ` (${reasons.map((kind) => `${kind}: ${kinds[kind]}`).join(', or ')})`;
  const code = codes.length === 0 ? '' : ` with ${codes.join(' or ')}`;
  return `refused${why}${code}`;
};

/** @param times how many blocks the step was to create; 1 for every other step */
export const outcomeInWords = (outcome: Outcome, times = 1): string => {
  if (outcome.ok) return times === 1 ? 'succeeded' : `all ${times} succeeded`;
  const before = times === 1 ? '' : `${outcome.done} of ${times} succeeded, then `;
  return `${before}refused (${outcome.kind}): ${outcome.code}: ${outcome.message}`;
};
