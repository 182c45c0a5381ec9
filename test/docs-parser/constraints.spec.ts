import { expect, test } from '@playwright/test';
import type { Constraints } from '../../docs-parser/index.ts';
import { parseSections } from './read.ts';

/** What the text of an argument states. */
const constraintForms: readonly [
  text: string,
  expected: Partial<Record<keyof Constraints, object | null>>,
][] = [
  ['Valid values: `x`, `y` and `z`.', { validValues: { values: ['x', 'y', 'z'] } }],
  [
    'Valid values:`x`: the first; `y` (the other): the second, Default value: `y`.',
    { validValues: { values: ['x', 'y'] }, default: { value: 'y' } },
  ],
  [
    'Optional values: `x`: the first, `y`: the second. Default is `x`.',
    { validValues: { values: ['x', 'y'] } },
  ],
  [
    'Valid values: `1` to `50`. `small`: the free one. `large`: the other.',
    { validValues: { values: ['1'] } },
  ],
  ['Valid values: [x, y].', { validValues: { values: ['x', 'y'] } }],
  [
    'The kind. Possible values are `x` or `y`. Default to `x`.',
    { validValues: { values: ['x', 'y'] }, default: { value: 'x' } },
  ],
  ['Value options: `x` | `y`.', { validValues: { values: ['x', 'y'] } }],
  ['Optional values: X | Y.', { validValues: { values: ['X', 'Y'] } }],
  ['The platform, value range `x`, `y`.', { validValues: { values: ['x', 'y'] } }],
  ['Valid values: `x`(Default), `y`.', { validValues: { values: ['x', 'y'] }, default: { value: 'x' } }],
  ['2 to 256 English or Chinese characters.', { length: { min: 2, max: 256 } }],
  [
    'This parameter cannot be set at the same time as the `b` parameter.',
    { conflictsWith: { arguments: ['b'] } },
  ],
  ['Default value: `10`.', { default: { value: '10' } }],
  ['Defaults to true.', { default: { value: 'true' } }],
  ['The default value is `PostPaid`.', { default: { value: 'PostPaid' } }],
  ['Valid values: 1 to 100.', { range: { min: 1, max: 100 } }],
  ['Value range: [1, 100].', { range: { min: 1, max: 100 }, validValues: null }],
  ['Valid values: [1, 2].', { validValues: { values: ['1', '2'] } }],
  ['Value range:\n  - X\n  - Y', { validValues: { values: ['X', 'Y'] } }],
  [
    'The kind.\n\n  Value range:\n  - X\n  - Y\n\n  Default value: X.',
    { validValues: { values: ['X', 'Y'] }, default: { value: 'X' } },
  ],
  ['Default value: When `b` is false, the default value is `x`. Otherwise `y`.', { default: null }],
  ['Default value: If `b` is set, the default value is `x`.', { default: null }],
  [
    'One of the `a` and `b` must be set but can not be set at the same time.',
    { conflictsWith: { arguments: ['b'] } },
  ],
  ['It must be set but not with `b`.', { conflictsWith: { arguments: ['b'] } }],
  ['It must be 2 to 128 characters in length.', { length: { min: 2, max: 128 } }],
  ['The length must be 2-256.', { length: { min: 2, max: 256 } }],
  ['You can add up to 20 tags.', { maxItems: { value: 20 } }],
  ['It conflicts with `b` and `c`.', { conflictsWith: { arguments: ['b', 'c'] } }],
  ['It is required when `b` is `x`.', { requiredWhen: { condition: '`b` is `x`' } }],
  ['It cannot be modified after creation.', { immutable: {} }],
  ['The size, its unit of measurement is GiB.', { unit: { value: 'GiB' } }],
  ['The size. Unit: GiB.', { unit: { value: 'GiB' } }],
  // A list that has lost its line breaks.
  [
    'Value range:Open: for all.Closed: for one.Default value: Open',
    { validValues: { values: ['Open', 'Closed'] }, default: { value: 'Open' } },
  ],
  ['Unit. Value range:-Day: Day-Week: WeekDefault value: Week', { default: { value: 'Week' } }],
  [
    'Value:-true: Yes.-false (default): No.',
    { validValues: { values: ['true', 'false'] }, default: { value: 'false' } },
  ],
  [
    'Default value: `x`. Valid values: `x`, `y`.',
    { validValues: { values: ['x', 'y'] }, default: { value: 'x' } },
  ],
  ['Default value: `x`.', { validValues: null, default: { value: 'x' } }],
  // Values without the word.
  ['Can be either `x`, `y` or `z`.', { validValues: { values: ['x', 'y', 'z'] } }],
  ['It must be `x` or `y`.', { validValues: { values: ['x', 'y'] } }],
  ['Only supports `x` now.', { validValues: { values: ['x'] } }],
  ['The argument `b` must be `x` for that.', { validValues: null }],
  // Lists that explain values; a list that explains some of those that the text names.
  ['The kind.\n  - `X`: The first.\n  - `Y`: The second.', { validValues: { values: ['X', 'Y'] } }],
  ['The size.\n  - `X`: [1, 5]\n  - `Y`: [6, 9]', { validValues: null }],
  [
    'Valid values: `X`, `Y`, `Z`.\n  - `Y`: The second.\n  - `Z`: The third.',
    { validValues: { values: ['X', 'Y', 'Z'] } },
  ],
  // Defaults.
  ['Valid values:\n  - `true`\n  - `false`(default)', { default: { value: 'false' } }],
  [
    'The check.\n  - `false`: Default value. No check.\n  - `true`: A check.',
    { default: { value: 'false' } },
  ],
  ['The kind:\n  - `X`: The first.\n  - `Y`: The second. Default to `X`.', { default: { value: 'X' } }],
  ['The size.\n  - If `b` is set, the default value is 5.', { default: null }],
  ['The size.\n  - Small: the default value is 5.\n  - Large: the default value is 9.', { default: null }],
  ['Valid values: `x`, `y`, default y.', { default: { value: 'y' } }],
  ['Default to: `60`.', { default: { value: '60' } }],
  ['Default value: max{40, ImageSize}.', { default: null }],
  ['A default name is `ECS-Thing`.', { default: { value: 'ECS-Thing' } }],
  ['This parameter is empty by default.', { default: null }],
  // Lengths are no numbers of items.
  [
    'It can be up to 128 characters in length.',
    { length: { min: null, max: 128 }, range: null, maxItems: null },
  ],
  ['A string of at least two characters.', { length: { min: 2, max: null } }],
  ['On X at most 15 characters, on Y at most 64 characters.', { length: null }],
  ['It lasts up to 30 minutes.', { maxItems: null }],
  ['Up to four servers can be given.', { maxItems: { value: 4 } }],
  ['It must be an integer greater than 0.', { range: { min: 1, max: null } }],
  // Conditions and conflicts.
  ['When `b` is `x`, this parameter is required.', { requiredWhen: { condition: '`b` is `x`' } }],
  [
    'If you do not set `b`, or set `b` to `x`, `a` is required.',
    { requiredWhen: { condition: 'you do not set `b`, or set `b` to `x`' } },
  ],
  ['If you set it, the `b` is required.', { requiredWhen: null }],
  [
    'The id.\n  - Another remark.\n  - One of the `a` and `b` must be set but can not be set at the same time.',
    { conflictsWith: { arguments: ['b'] } },
  ],
];

for (const [text, expected] of constraintForms) {
  test(`constraint: ${text}`, async () => {
    const page = await parseSections({ 'Argument Reference': `* \`a\` - (Optional) ${text}` });
    expect(page.arguments[0]?.constraints).toMatchObject(expected);
  });
}

test('flags are read behind a second dash', async () => {
  const page = await parseSections({ 'Argument Reference': '* `a` - - (Optional, ForceNew) The kind.' });
  expect(page.arguments[0]).toMatchObject({ name: 'a', text: 'The kind.' });
  expect(page.arguments[0]?.flags).toMatchObject({ optional: true, forceNew: true });
  expect(page.findings.map(({ rule }) => rule)).not.toContain('flags-missing');
});
