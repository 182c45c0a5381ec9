import { expect, test } from '@playwright/test';
import { createEmulator } from '../../../emulator/index.ts';

const describeType = (type: string, format: string): string => {
  const query = new URLSearchParams({
    Action: 'DescribeInstanceTypes',
    Version: '2014-05-26',
    AccessKeyId: 'a',
    Format: format,
    'InstanceTypes.1': type,
  });
  const url = `/?${query.toString()}`;
  return createEmulator().handle({ method: 'GET', url, header: () => undefined, body: '' }).body;
};

// Replies of the real ECS that people published have "SpotPriceLimit":0.0 and <SpotPriceLimit>0.0</…>, and the
// Java SDK prints a warning for each decimal number that comes without a point.
test('a decimal number is written with its point, in JSON and in XML', () => {
  expect(describeType('ecs.g6.large', 'JSON')).toContain('"MemorySize":8.0');
  expect(describeType('ecs.g6.large', 'XML')).toContain('<MemorySize>8.0</MemorySize>');
  expect(describeType('ecs.t5-lc2m1.nano', 'JSON')).toContain('"MemorySize":0.5');
  expect(describeType('ecs.t5-lc2m1.nano', 'XML')).toContain('<MemorySize>0.5</MemorySize>');
});

test('a whole number is written without', () => {
  expect(describeType('ecs.g6.large', 'JSON')).toContain('"CpuCoreCount":2,');
  expect(describeType('ecs.g6.large', 'XML')).toContain('<CpuCoreCount>2</CpuCoreCount>');
});
