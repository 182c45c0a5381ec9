import { expect, test } from '@playwright/test';
import { InvalidArgumentsError } from '../../../scenarios/bindings/binding.ts';
import { goExpression } from '../../../scenarios/bindings/go-expression.ts';

test('finds the images that the seed page asks for', () => {
  const expression = goExpression('^ubuntu_[0-9]+_[0-9]+_x64*');
  expect(expression.test('ubuntu_22_04_x64_20G_alibase_20240130.vhd')).toBe(true);
  expect(expression.test('ubuntu_18_04_arm64_20G_alibase.vhd')).toBe(false);
  expect(expression.test('my_ubuntu_22_04_x64')).toBe(false);
});

test('takes flags at the front, as Go has them', () => {
  expect(goExpression('(?i)^UBUNTU').test('ubuntu_22')).toBe(true);
  expect(goExpression('^UBUNTU').test('ubuntu_22')).toBe(false);
});

test('takes escapes that JavaScript is strict about', () => {
  expect(goExpression('a\\-b').test('a-b')).toBe(true);
});

test('says what is wrong with an expression', () => {
  expect(() => goExpression('ubuntu_[')).toThrow(InvalidArgumentsError);
  expect(() => goExpression('ubuntu_[')).toThrow('"ubuntu_[" is no regular expression');
});
