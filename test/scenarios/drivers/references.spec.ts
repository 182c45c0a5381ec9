import { expect, test } from '@playwright/test';
import { memberAt, resolveReferences } from '../../../scenarios/drivers/references.ts';
import type { Names } from '../../../scenarios/drivers/references.ts';
import { ScenarioError } from '../../../scenarios/drivers/scenario-error.ts';
import type { Value } from '../../../scenarios/scenario.ts';

const blocks: Readonly<Record<string, Value>> = {
  'alicloud_vpc.default': { id: 'vpc-1', tags: { team: 'a' }, cidr_block: '10.0.0.0/8' },
  'data.alicloud_zones.default': { zones: [{ id: 'cn-hangzhou-b' }, { id: 'cn-hangzhou-g' }] },
};

const names: Names = {
  block: (address) => blocks[address],
  account: (actor) => (actor === 'recipient' ? '1234567890123456' : undefined),
  saved: (name) => (name === 'instance' ? 'i-1' : name === 'count' ? 3 : undefined),
  now: () => Date.UTC(2024, 1, 28, 23, 59),
  number: 7,
};

const cases: readonly (readonly [value: Value, expected: Value])[] = [
  ['no reference at all', 'no reference at all'],
  ['${alicloud_vpc.default.id}', 'vpc-1'],
  ['${data.alicloud_zones.default.zones.0.id}', 'cn-hangzhou-b'],
  ['${data.alicloud_zones.default.zones[1].id}', 'cn-hangzhou-g'],
  ['${data.alicloud_zones.default.zones.*.id}', ['cn-hangzhou-b', 'cn-hangzhou-g']],
  ['${account.recipient}', '1234567890123456'],
  ['${saved.instance}', 'i-1'],
  ['${saved.count}', 3],
  ['${number}', 7],
  ['${day.0}', '2024-02-28T00:00:00Z'],
  ['${day.2}', '2024-03-01T00:00:00Z'],
  ['name-${number} in ${alicloud_vpc.default.cidr_block}', 'name-7 in 10.0.0.0/8'],
  ['${alicloud_vpc.default.tags}', { team: 'a' }],
  [{ list: ['${saved.instance}', 1, null, true] }, { list: ['i-1', 1, null, true] }],
];

for (const [value, expected] of cases) {
  test(`${JSON.stringify(value)} becomes ${JSON.stringify(expected)}`, () => {
    expect(resolveReferences(value, names)).toEqual(expected);
  });
}

const wrong: readonly (readonly [value: Value, message: string])[] = [
  ['${alicloud_vpc.other.id}', '${alicloud_vpc.other.id}: there is no block alicloud_vpc.other'],
  ['${alicloud_vpc.default.nonsense}', '${alicloud_vpc.default.nonsense} stands for nothing'],
  ['${account.nobody}', '${account.nobody} stands for nothing'],
  ['${day.tomorrow}', '${day.tomorrow} stands for nothing'],
  ['${saved.never}', '${saved.never} stands for nothing'],
  ['a ${alicloud_vpc.default.tags}', '${alicloud_vpc.default.tags} stands for a list or an object'],
  ['${data.alicloud_zones.default.zones.2.id}', 'stands for nothing'],
  ['${constructor.prototype.x}', 'there is no block constructor.prototype'],
];

for (const [value, message] of wrong) {
  test(`${JSON.stringify(value)} is an error that says why`, () => {
    expect(() => resolveReferences(value, names)).toThrow(ScenarioError);
    expect(() => resolveReferences(value, names)).toThrow(message);
  });
}

test('inherited members are no members', () => {
  expect(memberAt({ a: 1 }, ['toString'])).toBeUndefined();
  expect(memberAt([1], ['length'])).toBeUndefined();
});
