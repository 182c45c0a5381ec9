import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readParameters } from '../../../emulator/wire/http-call.ts';

const read = (body: string): [string, string][] => [
  ...readParameters({ method: 'POST', url: '/', header: () => undefined, body }),
];

const pieces = [
  'a',
  'Tag.1.Key',
  '=',
  '=',
  '&',
  '&',
  '?',
  '+',
  '%20',
  '%2B',
  '%41',
  '%E4%BD%8D',
  '%',
  '%4',
  '%zz',
];

test('a form is read as URLSearchParams reads it', () => {
  const form = fc
    .array(fc.oneof(fc.constantFrom(...pieces, '位', '😀', '\uD800', '%EF%BF%BD'), fc.string()))
    .map((parts) => parts.join(''))
    // What is no UTF-8 is refused, see below.
    .filter((text) => {
      const all = [...new URLSearchParams(text)].flat().join('');
      return !all.includes('\uFFFD') || /%EF%BF%BD|\uFFFD/i.test(text);
    });
  fc.assert(
    fc.property(form, (body) => expect(read(body)).toEqual([...new Map(new URLSearchParams(body))])),
    { numRuns: 3000 },
  );
});

test('bytes that are no UTF-8 are refused', () => {
  for (const body of ['a=%FF', '%C3=1', 'a=1&b=%ED%A0%80', 'a=\uD800']) {
    expect(() => read(body), body).toThrow(expect.objectContaining({ code: 'InvalidEncoding' }));
  }
});
