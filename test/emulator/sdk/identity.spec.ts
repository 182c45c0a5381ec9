import { expect } from '@playwright/test';
import { ecs, errorOf, regionId, test } from './sdk-clients.ts';

test('STS tells each access key the account that it stands for', async ({ clients }) => {
  const [first, second] = [clients('first'), clients('second')];
  const answers = await Promise.all([first, second].map((one) => one.sts.getCallerIdentity()));
  const accounts = answers.map(({ body }) => body?.accountId);
  expect(accounts).toEqual([first.accountId, second.accountId]);
  expect(accounts[0]).not.toBe(accounts[1]);
  for (const { statusCode, body } of answers) {
    expect(statusCode).toBe(200);
    expect(body).toMatchObject({
      identityType: 'Account',
      arn: `acs:ram::${body?.accountId ?? ''}:root`,
      accountId: expect.stringMatching(/^\d{16}$/),
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
    });
  }
});

test('an action that is not there yet is told apart from a wrong call', async ({ clients }) => {
  const request = new ecs.DescribeDiagnosticReportsRequest({ regionId });
  const error = await errorOf(clients('first').ecs.describeDiagnosticReports(request));
  expect(error).toMatchObject({ code: 'alimock.NotImplemented', statusCode: 501 });
  expect(error.message).toContain('DescribeDiagnosticReports');
});
