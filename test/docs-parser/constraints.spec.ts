import { expect, test } from '@playwright/test';
import type { Constraints } from '../../docs-parser/index.ts';
import { parseSections } from './read.ts';

/** What the text of an argument states. */
const constraintForms: readonly [text: string, expected: Partial<Record<keyof Constraints, object>>][] = [
  ['Valid values: `x`, `y` and `z`.', { validValues: { values: ['x', 'y', 'z'] } }],
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
  ['Value range: [1, 100].', { range: { min: 1, max: 100 } }],
  ['It must be 2 to 128 characters in length.', { length: { min: 2, max: 128 } }],
  ['The length must be 2-256.', { length: { min: 2, max: 256 } }],
  ['You can add up to 20 tags.', { maxItems: { value: 20 } }],
  ['It conflicts with `b` and `c`.', { conflictsWith: { arguments: ['b', 'c'] } }],
  ['It is required when `b` is `x`.', { requiredWhen: { condition: '`b` is `x`' } }],
  ['It cannot be modified after creation.', { immutable: {} }],
  ['The size. Unit: GiB.', { unit: { value: 'GiB' } }],
];

for (const [text, expected] of constraintForms) {
  test(`constraint: ${text}`, async () => {
    const page = await parseSections({ 'Argument Reference': `* \`a\` - (Optional) ${text}` });
    expect(page.arguments[0]?.constraints).toMatchObject(expected);
  });
}
