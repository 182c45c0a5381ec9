import { expect, test } from '@playwright/test';
import { checkArguments } from '../../../scenarios/drivers/argument-check.ts';
import type { DataBinding } from '../../../scenarios/bindings/binding.ts';
import type { RefusalKind, Value } from '../../../scenarios/scenario.ts';

const binding: DataBinding = {
  type: 'alicloud_thing',
  kind: 'data',
  arguments: {
    name: { type: 'string', required: true, range: [2, 8] },
    size: { type: 'number', range: [1, 100] },
    kind: { type: 'string', default: 'normal', allowed: ['normal', 'large'] },
    family: { type: 'string', pattern: /^ecs\./ },
    enabled: { type: 'bool' },
    groups: { type: 'list' },
    tags: { type: 'map' },
    disks: { type: 'blocks', members: { size: { type: 'number' }, encrypted: { type: 'bool' } } },
    zone_id: { type: 'string' },
    availability_zone: { type: 'string' },
  },
  rules: { conflicting: [['zone_id', 'availability_zone']], atLeastOneOf: [['name', 'family']] },
  query: () => Promise.resolve({}),
};

test('values are converted as Terraform does, and defaults are filled in', () => {
  const given = { name: 12, size: '20', enabled: 'true', groups: [1, 'b'], kind: null };
  const disks = { size: '1', encrypted: 'true', unknown: '2' };
  expect(checkArguments(binding, { ...given, disks })).toEqual({
    ok: true,
    values: {
      name: '12',
      size: 20,
      enabled: true,
      groups: ['1', 'b'],
      disks: [{ size: 1, encrypted: true, unknown: '2' }],
      kind: 'normal',
    },
  });
});

const refused: readonly (readonly [Record<string, Value>, RefusalKind, string])[] = [
  [{}, 'missing-argument', 'alicloud_thing: the argument "name" is required'],
  [{ name: null }, 'missing-argument', 'alicloud_thing: the argument "name" is required'],
  [{ name: 'ab', colour: 'red' }, 'unknown-argument', 'alicloud_thing has no argument "colour"'],
  [{ name: 'ab', constructor: 'x' }, 'unknown-argument', 'alicloud_thing has no argument "constructor"'],
  [{ name: 'ab', size: 'many' }, 'invalid-value', 'alicloud_thing: "size" must be a number, not "many"'],
  [{ name: 'ab', size: 101 }, 'invalid-value', 'alicloud_thing: "size" must be from 1 to 100, not 101'],
  [{ name: 'a' }, 'invalid-value', 'alicloud_thing: "name" must be from 2 to 8 characters, not "a"'],
  [
    { name: 'ab', kind: 'odd' },
    'invalid-value',
    'alicloud_thing: "kind" must be one of normal, large, not "odd"',
  ],
  [{ name: 'ab', family: 'x' }, 'invalid-value', 'alicloud_thing: "family" must match ^ecs\\., not "x"'],
  [{ name: ['ab'] }, 'invalid-value', 'alicloud_thing: "name" must be a string, not ["ab"]'],
  [{ name: 'ab', enabled: 1 }, 'invalid-value', 'alicloud_thing: "enabled" must be a bool, not 1'],
  [
    { name: 'ab', zone_id: 'a', availability_zone: 'a' },
    'invalid-value',
    'alicloud_thing: zone_id and availability_zone exclude each other',
  ],
];

for (const [given, kind, message] of refused) {
  test(`${JSON.stringify(given)} is refused: ${kind}`, () => {
    expect(checkArguments(binding, given)).toEqual({
      ok: false,
      refusal: { kind, code: 'InvalidConfiguration', message },
    });
  });
}
