/** Values of the form that an argument's name and text mean. They are of no real use, but every API takes them. */
import type { Argument } from '../../docs-parser/index.ts';
import type { Value } from '../scenario.ts';
import { conditionalValue } from './conditional-values.ts';
import type { Subject } from './example.ts';

interface Form {
  readonly name: RegExp;
  /** What the text must say as well. */
  readonly text?: RegExp;
  readonly value: Value | ((argument: Argument, subject: Subject) => Value | null);
}

/** Far ahead, whatever the clock of a test says, and on the full hour. */
const later = '2099-01-01T00:00:00Z';

/** What is bought ahead begins within half a year (PurchaseStorageCapacityUnit, CreateElasticityAssurance: StartTime). */
const soon = '${day.30}';

/** The first that fits counts. */
const forms: readonly Form[] = [
  { name: /^(?:volume_|template_)?tags$/, value: { Created: 'alimock', For: 'promise' } },
  { name: /password$/, value: 'Alimock-5eed' },
  { name: /^user_?data$/, value: 'ZWNobyBhbGltb2Nr' },
  { name: /description$|(?:^|_)comment$/, value: 'alimock tries it' },
  { name: /^(?:key_)?name_prefix$|_name_prefix$/, value: 'alimock-' },
  { name: /^host_?name$/, value: 'alimock' },
  { name: /(?:^|_)name$/, value: (argument) => nameFor(argument) },
  { name: /_time$/, text: /\bHH:mm:ss format\b(?!.*T)/, value: '02:00:00' },
  { name: /_time$/, text: /\bsubscription period\b/i, value: 1 },
  { name: /^start_time$/, value: soon },
  { name: /(?:_time|^valid_from|^valid_until)$/, value: later },
  { name: /ipv6_addresses$/, value: null },
  { name: /^ipv6_cidr/, value: '2001:db8::/32' },
  { name: /cidr|prefixes$/, value: (argument) => (isMany(argument) ? ['10.9.0.0/24'] : '10.9.0.0/24') },
  {
    name: /(?:^|_)private_ip(?:_address)?$|^primary_ip(?:_address)?$/,
    value: (_, subject) => addressWithin(subject),
  },
  {
    name: /(?:^|_)(?:secondary_)?private_ip(?:s|_addresses)$/,
    value: (_, subject) => {
      const address = addressWithin(subject);
      return address === null ? null : [address];
    },
  },
  { name: /(?:^|_)size$/, value: (argument) => Number(conditionalValue(argument, {}) ?? 1) },
  { name: /(?:_count|_amount|_quantity|^amount|_number|_index|_days|_hops?|_hop_limit)$/, value: 1 },
  { name: /^(?:auto_renew_)?period$/, value: 1 },
  { name: /template_version$/, value: 1 },
  { name: /_version$/, value: '1.0.0' },
  { name: /^frequency$/, text: /\bcron\b/i, value: '0 0 4 * * ?' },
  { name: /price/, value: 1 },
  { name: /_family$/, value: 'alimock' },
];

/** @returns null where the name means none */
export const worded = (argument: Argument, subject: Subject): Value | null => {
  const { flags, name, text } = argument;
  const form = forms.find(({ name: named, text: said }) => named.test(name) && said?.test(text) !== false);
  if (form !== undefined)
    return typeof form.value === 'function' ? form.value(argument, subject) : form.value;
  if (/^bool/i.test(flags.type ?? '') || isQuestion(argument)) return true;
  return null;
};

/** Whether the text asks for yes or no: "Whether to …", "Specifies whether …", "If true, …" */
export const isQuestion = ({ name, text }: Argument): boolean =>
  /\bwhether\b|^(?:if|when)\s+(?:it is\s+)?(?:set to\s+)?`?true\b|\bset (?:it )?to `?true\b/i.test(text) ||
  /^(?:is|enable|force|include|delete)_/.test(name) ||
  name === 'force';

const isMany = ({ flags, name }: Argument): boolean =>
  /^(?:list|set)$/i.test(flags.type ?? '') || name.endsWith('s');

/** Of the length that the page asks for, and nobody else's. */
const nameFor = ({ name, constraints }: Argument): string => {
  const text = `alimock-${name.replaceAll('_', '-')}`;
  return text.slice(0, constraints.length?.max ?? text.length);
};

/** An address in the example's VSwitch, away from those that are given out first. */
const addressWithin = ({ given }: Subject): string | null => {
  const vswitch = given.findLast(({ address }) => /^[a-z]+_vswitch\./.test(address));
  const block = vswitch?.arguments['cidr_block'];
  const [, three, last] = typeof block === 'string' ? (/^(\d+\.\d+\.\d+)\.(\d+)\//.exec(block) ?? []) : [];
  return three === undefined ? null : `${three}.${Number(last) + 77}`;
};
