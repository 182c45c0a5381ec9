import { expect, test } from '@playwright/test';
import type { ToldCall } from '../../../emulator/index.ts';
import { RequestLog } from '../../../emulator/server/request-log.ts';
import { parseParameters } from '../../../emulator/wire/http-call.ts';

/** A call as it comes by HTTP; without `sent` the log cannot pack it, and keeps it as it is. */
const told = (sent: string, body: string, isPacked: boolean): ToldCall => ({
  call: {
    action: 'DescribeInstances',
    version: '2014-05-26',
    parameters: parseParameters(sent),
    ...(isPacked ? { sent } : {}),
    accessKeyId: 'key',
    securityToken: '',
    format: 'JSON',
    host: 'localhost',
  },
  accountId: '1234567890123456',
  requestId: '6F1B0F5D-9C1B-4C5B-8C5B-0123456789AB',
  status: 200,
  code: null,
  message: null,
  body,
  milliseconds: 0.25,
});

const calls: readonly (readonly [string, string, string])[] = [
  ['plain', 'Action=DescribeInstances&PageSize=10', '{"RequestId":"1"}'],
  ['not ASCII', 'InstanceName=%E4%BD%8D%F0%9F%98%80+%2B', '{"InstanceName":"位😀é"}'],
  ['no parameters, no reply', '', ''],
  ['secrets', 'Password=one&UserData=two', '{"Password":"three","Name":"four"}'],
  ['a long value', `Description=${'d'.repeat(300)}`, '{}'],
  ['many parameters', Array.from({ length: 101 }, (_, at) => `T.${at}=`).join('&'), '{}'],
  ['a reply of the largest size', 'A=1', 'r'.repeat(4096)],
  ['a larger reply', 'A=1', 'r'.repeat(5000)],
  ['a reply of that many wide characters', 'A=1', '位'.repeat(4096)],
  ['large parameters', `A=${'a'.repeat(5000)}`, '{}'],
];

for (const [name, sent, body] of calls) {
  test(`a call is told alike whether it was packed or not: ${name}`, () => {
    const [packed, plain] = [new RequestLog(), new RequestLog()];
    packed.add(told(sent, body, true));
    plain.add(told(sent, body, false));
    const [one, other] = [packed.detail(1), plain.detail(1)];
    expect(one).toEqual({ ...other, time: one?.time });
    expect(packed.list()).toEqual([{ ...plain.list()[0], time: one?.time }]);
  });
}

test('the last calls are kept, packed ones and others in turn', () => {
  const log = new RequestLog(3);
  for (let call = 1; call <= 5; call++) log.add(told(`N=${call}`, `{"reply":${call}}`, call % 2 === 0));
  expect(log.list().map(({ sequence, parameters }) => [sequence, parameters])).toEqual([
    [5, { N: '5' }],
    [4, { N: '4' }],
    [3, { N: '3' }],
  ]);
  expect(log.total).toBe(5);
  expect([1, 2, 3, 4, 5, 6].map((sequence) => log.detail(sequence)?.reply)).toEqual([
    undefined,
    undefined,
    '{"reply":3}',
    '{"reply":4}',
    '{"reply":5}',
    undefined,
  ]);
});
