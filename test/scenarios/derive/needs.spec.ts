import { expect, test } from '@playwright/test';
import { needsOf } from '../../../scenarios/derive/needs.ts';
import { readPage } from './pages.ts';

const pageWith = (...bullets: string[]) =>
  readPage({ type: 'alicloud_cup', example: [], arguments: bullets });

const chargeType = '* `payment_type` - (Optional) The type. Valid values: `PrePaid`, `PostPaid`.';

for (const [sentence, condition] of [
  ['It is only valid when `payment_type` is `PrePaid`.', { name: 'payment_type', value: 'PrePaid' }],
  [
    "It takes effect only when parameter 'payment_type' is 'PostPaid'.",
    { name: 'payment_type', value: 'PostPaid' },
  ],
  ['It is required when `payment_type` is set to `PrePaid`.', { name: 'payment_type', value: 'PrePaid' }],
  // As the API calls it.
  [
    'It is required only when the PaymentType parameter is set to PrePaid.',
    { name: 'payment_type', value: 'PrePaid' },
  ],
  [
    'It is required only when the ChargeType parameter is set to PrePaid.',
    { name: 'payment_type', value: 'PrePaid' },
  ],
  ['It is valid when `payment_type` is specified.', { name: 'payment_type', value: null }],
  ['It is valid when the moon is full.', null],
  ['It is valid when `no_argument` is `true`.', null],
] as const) {
  test(`“${sentence}” ${condition === null ? 'names no argument' : 'names one'}`, async () => {
    const page = await pageWith(chargeType, `* \`period\` - (Optional) The period. ${sentence}`);
    const [, period] = page.arguments;
    const needs = period && needsOf(period, 1, page.arguments);
    const named = needs?.map(({ argument, value = null }) => ({ name: argument.name, value }));
    expect(named).toEqual(condition === null ? [] : [condition]);
  });
}

test('required beside a value is what the page says to be required, not what it says to be valid', async () => {
  const page = await pageWith(
    chargeType,
    '* `period` - (Optional) It is required when `payment_type` is `PrePaid`.',
    '* `period_unit` - (Optional) It is valid when `payment_type` is `PrePaid`.',
  );
  const [type] = page.arguments;
  const names = (value: string): string[] | undefined =>
    type && needsOf(type, value, page.arguments).map(({ argument }) => argument.name);
  expect(names('PrePaid')).toEqual(['period']);
  expect(names('PostPaid')).toEqual([]);
});

test('where several are made, one alone has what only one or few can have', async () => {
  const page = await pageWith(
    '* `amount` - (Optional) How many.',
    '* `deployment_set_id` - (Optional) The deployment set.',
    '* `description` - (Optional) The description.',
  );
  const needs = (at: number): unknown[] => {
    const argument = page.arguments[at];
    return argument === undefined
      ? []
      : needsOf(argument, 'x', page.arguments).map((need) => [need.argument.name, need.value]);
  };
  expect([needs(1), needs(2)]).toEqual([[['amount', '1']], []]);
});
