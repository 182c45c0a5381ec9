import type { Constraints } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import type { Subject } from './example.ts';

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
export const secondValue = (value: Value, constraints: Constraints, subject: Subject): SecondValue | null => {
  if (constraints.validValues !== null && !Array.isArray(value)) {
    const stated = constraints.validValues.values.find(
      (candidate) => candidate !== value && candidate !== JSON.stringify(value),
    );
    return stated === undefined ? null : plain(stated);
  }
  if (Array.isArray(value)) {
    const [first] = value;
    const second =
      value.length === 1 && first !== undefined ? secondValue(first, constraints, subject) : null;
    return second === null ? null : { value: [second.value], given: second.given };
  }
  if (typeof value === 'boolean') return plain(!value);
  if (typeof value === 'number') return secondNumber(value, constraints);
  if (typeof value !== 'string') return null;
  return value.startsWith('${') ? secondReference(value, subject) : secondText(value);
};

const plain = (value: Value): SecondValue => ({ value, given: [] });

const secondNumber = (value: number, { range }: Constraints): SecondValue => {
  const next = value + 1;
  return plain(next > (range?.max ?? Infinity) ? value - 1 : next);
};

const secondReference = (reference: string, subject: Subject): SecondValue | null => {
  const match = /^\$\{((?:data\.)?[\w-]+\.[\w-]+)((?:\.[\w*-]+)*)\}$/.exec(reference);
  if (match?.[1] === undefined) return null;
  const [, address, path = ''] = match;
  // The next entry of a data source's list.
  if (address.startsWith('data.')) {
    const next = path.replace(/\.0(?=\.|$)/, '.1');
    return next === path ? null : plain(`\${${address}${next}}`);
  }
  const block = subject.given.find((candidate) => candidate.address === address);
  if (block === undefined) return null;
  const second = `${address}-second`;
  const changed = Object.entries(block.arguments).map(([name, value]) => [
    name,
    /(^|_)name$/.test(name) && typeof value === 'string' && !value.includes('${') ? `${value}-second` : value,
  ]);
  return {
    value: `\${${second}${path}}`,
    given: [{ ...block, address: second, arguments: Object.fromEntries(changed) as GivenBlock['arguments'] }],
  };
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
