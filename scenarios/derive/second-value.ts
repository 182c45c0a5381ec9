import type { Argument } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import type { Companions } from './companions.ts';
import { supplyOf } from './example.ts';
import type { Subject } from './example.ts';
import { wellKnown } from './well-known.ts';

/** Another value for an argument, with the further blocks that it needs. */
export interface SecondValue {
  readonly value: Value;
  readonly given: readonly GivenBlock[];
}

/**
 * A second valid value of the same form: another of the stated values, a copy of the block referred to, or
 * a changed literal.
 * @returns null where none can be told
 */
export const secondValue = (
  value: Value,
  argument: Argument,
  subject: Subject,
  companions: Companions,
): SecondValue | null => {
  const { constraints } = argument;
  if (constraints.validValues !== null && !Array.isArray(value)) {
    const stated = constraints.validValues.values.find(
      (candidate) => candidate !== value && candidate !== JSON.stringify(value),
    );
    return stated === undefined ? null : plain(stated);
  }
  if (Array.isArray(value)) {
    const [first] = value;
    if (value.length > 1) return plain(value.slice(0, -1));
    const second = first === undefined ? null : secondValue(first, argument, subject, companions);
    return second === null ? null : { value: [second.value], given: second.given };
  }
  if (typeof value === 'boolean') return plain(!value);
  if (typeof value === 'number') return secondNumber(value, argument);
  if (isMapOfTexts(value)) return plain({ ...value, Second: 'alimock' });
  if (typeof value !== 'string') return null;
  return value.startsWith('${') ? secondReference(value, subject, companions) : secondText(value);
};

const isMapOfTexts = (value: Value): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');

const plain = (value: Value): SecondValue => ({ value, given: [] });

const secondNumber = (value: number, { constraints: { range } }: Argument): SecondValue => {
  const next = value + 1;
  return plain(next > (range?.max ?? Infinity) ? value - 1 : next);
};

const secondReference = (reference: string, subject: Subject, companions: Companions): SecondValue | null => {
  const match = /^\$\{((?:data\.)?[\w-]+\.[\w-]+)((?:\.[\w*-]+)*)\}$/.exec(reference);
  if (match?.[1] === undefined) return null;
  const [, address, path = ''] = match;
  // The next entry of a data source's list.
  if (address.startsWith('data.')) {
    const other = wellKnown[address.split('.')[1] ?? ''];
    if (other !== undefined) return { value: other.value, given: other.blocks };
    const next = path.replace(/\.0(?=\.|$)/, '.1');
    return next === path ? null : plain(`\${${address}${next}}`);
  }
  const block = subject.given.find((candidate) => candidate.address === address);
  if (block === undefined) return null;
  // What the page of its type makes is made of other things, where a copy would want the same once more.
  const supply = supplyOf(address.split('.')[0] ?? '', companions, {}, '-second');
  if (supply !== null && isExclusive(block)) {
    return { value: `\${${supply.address}${path}}`, given: supply.blocks };
  }
  const second = `${address}-second`;
  const changed = Object.entries(block.arguments).map(([name, value]) => [
    name,
    copied(name, value, block, subject),
  ]);
  return {
    value: `\${${second}${path}}`,
    given: [{ ...block, address: second, arguments: Object.fromEntries(changed) as GivenBlock['arguments'] }],
  };
};

/** Whether it takes something that only one can have: a disk, an interface. */
const isExclusive = ({ address }: GivenBlock): boolean => /_attachment\./.test(address);

/** A copy has a name, an address and a block of addresses of its own. */
const copied = (name: string, value: Value, block: GivenBlock, subject: Subject): Value => {
  if (typeof value !== 'string' || value.includes('${')) return value;
  if (/(^|_)name$/.test(name)) return `${value}-second`;
  if (/ip(?:_address)?$/.test(name)) return secondText(value)?.value ?? value;
  if (name !== 'cidr_block' || !/_vswitch\./.test(block.address)) return value;
  const [, one, two, three, last, bits] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(value) ?? [];
  if (three === undefined || bits === undefined) return value;
  // A neighbour, where the VPC has room for it.
  const vpc = subject.given.find(({ address }) => /_vpc\./.test(address))?.arguments['cidr_block'];
  const room = typeof vpc === 'string' ? Number(vpc.split('/')[1]) : 0;
  return room < Number(bits) ? `${one}.${two}.${Number(three) + 1}.${last}/${bits}` : value;
};

/**
 * A text of the same form: a narrower CIDR block, the next address, a number with another last digit, a name with
 * an ending. A single word that begins with a large letter may be one of a fixed set: of these no other is known.
 */
const secondText = (text: string): SecondValue | null => {
  if (text === 'true' || text === 'false') return plain(text === 'true' ? 'false' : 'true');
  const cidr = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(text);
  if (cidr !== null) return plain(`${cidr[1] ?? ''}/${Number(cidr[2]) + 1}`);
  const address = /^(\d+\.\d+\.\d+)\.(\d+)$/.exec(text);
  if (address !== null) return plain(`${address[1] ?? ''}.${(Number(address[2]) % 250) + 1}`);
  if (/^\d+$/.test(text)) return plain(text.slice(0, -1) + String((Number(text.at(-1)) + 1) % 10));
  return /^(?:[A-Z][a-z]+)+$/.test(text) ? null : plain(`${text}-second`);
};
