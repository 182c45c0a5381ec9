import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import {
  addressCount,
  containsAddress,
  containsBlock,
  formatAddress,
  overlap,
  parseAddress,
  parseCidr,
} from '../../../emulator/vpc/cidr.ts';

const blocks = fc
  .tuple(fc.nat({ max: 0xffffffff }), fc.integer({ min: 0, max: 32 }))
  .map(([address, mask]) => ({ first: address - (address % 2 ** (32 - mask)), mask }));

test('an address survives being written and read', () => {
  fc.assert(
    fc.property(fc.nat({ max: 0xffffffff }), (address) => parseAddress(formatAddress(address)) === address),
  );
});

test('a block survives being written and read', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      expect(parseCidr(`${formatAddress(block.first)}/${block.mask}`)).toEqual(block);
    }),
  );
});

for (const text of [
  '',
  '10.0.0',
  '10.0.0.256',
  '010.0.0.1',
  '10.0.0.1 ',
  '1e1.0.0.0',
  '-1.0.0.0',
  '10.0.0.0.0',
]) {
  test(`"${text}" is no address`, () => expect(parseAddress(text)).toBeUndefined());
}

for (const text of [
  '',
  '10.0.0.0',
  '10.0.0.0/33',
  '10.0.0.0/08',
  '10.0.0.1/24',
  '/8',
  '10.0.0.0/8/8',
  '10.0.0.0/-1',
]) {
  test(`"${text}" is no block`, () => expect(parseCidr(text)).toBeUndefined());
}

test('two blocks overlap exactly when one contains the other’s first address', () => {
  fc.assert(
    fc.property(blocks, blocks, (a, b) => {
      const shared = containsAddress(a, b.first) || containsAddress(b, a.first);
      expect(overlap(a, b)).toBe(shared);
      if (containsBlock(a, b)) expect(addressCount(a)).toBeGreaterThanOrEqual(addressCount(b));
    }),
  );
});
