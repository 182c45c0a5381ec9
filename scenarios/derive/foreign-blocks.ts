import type { Block } from '../../docs-parser/resource-graph.ts';
import type { Value } from '../scenario.ts';

/**
 * Resources of other providers that examples use for random or passing values. No registry is needed to run
 * a scenario, so their attributes are replaced by values that are always the same.
 */
const values: Readonly<Record<string, Readonly<Record<string, (block: Block) => Value>>>> = {
  random_integer: {
    result: numberFrom('min', 10000),
    id: (block) => `${numberFrom('min', 10000)(block)}`,
  },
  random_string: { result: () => 'alimock', id: () => 'alimock' },
  random_pet: { id: () => 'calm-heron' },
  random_id: { hex: () => '5eed5eed', dec: () => '1592614637', b64_url: () => 'Xu1e7Q', id: () => 'Xu1e7Q' },
  random_password: { result: () => 'Alimock-5eed', id: () => 'none' },
  random_uuid: {
    result: () => '5eed5eed-0000-4000-8000-000000000001',
    id: () => '5eed5eed-0000-4000-8000-000000000001',
  },
  time_static: {
    rfc3339: () => '2024-01-01T00:00:00Z',
    unix: () => 1704067200,
    id: () => '2024-01-01T00:00:00Z',
  },
};

function numberFrom(argument: string, otherwise: number): (block: Block) => number {
  return (block) => {
    const given = block.arguments.find(({ name }) => name === argument)?.value;
    return given?.kind === 'literal' && typeof given.value === 'number' ? given.value : otherwise;
  };
}

/** What an attribute of another provider's resource is replaced by; undefined if that is not known. */
export const foreignValue = (block: Block, attribute: string): Value | undefined =>
  values[block.type]?.[attribute]?.(block);
