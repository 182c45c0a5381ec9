import { expect, test } from '@playwright/test';
import { encodeJson, encodeXml, toWireObject } from '../../../emulator/wire/encode.ts';
import { readShape } from '../../../emulator/wire/shape.ts';

const shape = readShape('Name Names[] Count:int Any:any RequestId');
const text = 'Linux 64位 "ü"\\ 😀 \u007f \n \u2028';

test('JSON is ASCII, and says the same', () => {
  const body = { name: text, names: [text, 'plain', ''], count: 3, any: { deep: text } };
  const json = encodeJson(shape, body, 'R-1');
  expect(json).toMatch(/^[ -~]*$/);
  expect(JSON.parse(json)).toEqual({
    Name: text,
    Names: [text, 'plain', ''],
    Count: 3,
    Any: { deep: text },
    RequestId: 'R-1',
  });
});

test('XML has the characters themselves', () => {
  expect(encodeXml('Reply', toWireObject(shape, { name: 'Linux 64位' }))).toContain(
    '<Name>Linux 64位</Name>',
  );
});
