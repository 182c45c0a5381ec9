import { expect, test } from '@playwright/test';
import { valuesEqual } from '../../../scenarios/run/equality.ts';
import type { Value } from '../../../scenarios/scenario.ts';

const equal: readonly (readonly [Value | undefined, Value | undefined])[] = [
  ['a', 'a'],
  ['10', 10],
  ['true', true],
  ['', null],
  ['', undefined],
  [[], undefined],
  [{}, null],
  [0, null],
  [false, undefined],
  [
    [1, '2'],
    ['1', 2],
  ],
  [{ a: 1, b: '' }, { a: '1' }],
  [{ create: null, delete: null }, undefined],
];

const different: readonly (readonly [Value | undefined, Value | undefined])[] = [
  ['a', 'b'],
  [0, ''],
  [false, ''],
  ['', []],
  [true, null],
  [1, undefined],
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
  [['a'], 'a'],
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: 2 }],
  ['a', undefined],
  [{ a: 0 }, undefined],
];

for (const [one, other] of equal) {
  test(`${JSON.stringify(one)} equals ${JSON.stringify(other)}`, () => {
    expect(valuesEqual(one, other)).toBe(true);
    expect(valuesEqual(other, one)).toBe(true);
  });
}

for (const [one, other] of different) {
  test(`${JSON.stringify(one)} differs from ${JSON.stringify(other)}`, () => {
    expect(valuesEqual(one, other)).toBe(false);
    expect(valuesEqual(other, one)).toBe(false);
  });
}
