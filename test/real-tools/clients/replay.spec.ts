/** What the console offers for making a call again does make it again: run as it is copied, by the clients themselves. */
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replayCall } from '../../../console/src/replay/call.ts';
import type { ReplayCall } from '../../../console/src/replay/call.ts';
import { toCurl, toSignedCurl } from '../../../console/src/replay/curl.ts';
import { toGo, toPython, toTypeScript } from '../../../console/src/replay/sdk.ts';
import type { RequestEntry } from '../../../console/src/api/types.ts';
import { goReplay, goReplayModule } from '../go-replay.ts';
import { python, pythonIn } from '../python.ts';
import { needsProgram, needsTool, toolFolder } from '../tool.ts';
import { expect, ownerAccount, runProgram, test } from './world.ts';
import type { Ended, Keys, World } from './world.ts';

/** What a shell, a template and a string of some language would take for their own. */
const awkward = `it's "1" of $HOME \`id\` \${x} %{x} \\n 位 & <b>=+`;

interface Logged {
  readonly requests: readonly RequestEntry[];
}

/** What AssumeRole gives for a role of the owner's account. */
const assumedRole = async (world: World): Promise<Required<Keys>> => {
  const asked = { RoleArn: `acs:ram::${ownerAccount}:role/deploy`, RoleSessionName: 'replay' };
  const { Credentials } = (await world.call('owner', 'AssumeRole', asked, '2015-04-01')) as {
    Credentials: { AccessKeyId: string; AccessKeySecret: string; SecurityToken: string };
  };
  const { AccessKeyId, AccessKeySecret, SecurityToken } = Credentials;
  return { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
};

/**
 * Makes a call with such values, and reads it back from the request log as the console does.
 * @param keys a role's, in place of the owner's own
 */
const loggedCall = async (world: World, keys?: Keys): Promise<ReplayCall> => {
  await world.call(keys ?? 'owner', 'CreateSecurityGroup', {
    VpcId: await vpcOf(world),
    Description: awkward,
    'Tag.1.Key': 'k',
    'Tag.1.Value': awkward,
  });
  const reply = await fetch(`http://${world.endpoint}/_alimock/requests`, {
    headers: world.adminToken === undefined ? {} : { authorization: `Bearer ${world.adminToken}` },
  });
  const { requests } = (await reply.json()) as Logged;
  const entry = requests.find(({ action }) => action === 'CreateSecurityGroup');
  if (entry === undefined) throw new Error('the call is not in the log');
  return replayCall(entry, world.endpoint);
};

/** The code with a role's secret and token in the places that are left for them. */
const filledIn = (code: string, { accessKeySecret, securityToken }: Required<Keys>): string =>
  code
    .replace(/(["'])secret\1/, (_, quote: string) => quote + accessKeySecret + quote)
    .replace(/(["'=])token(["'])/, (_, before: string, after: string) => before + securityToken + after);

const vpcOf = async (world: World): Promise<string> => {
  const { Vpcs } = (await world.call('owner', 'DescribeVpcs', {}, '2016-04-28')) as {
    Vpcs: { Vpc: { VpcId: string }[] };
  };
  return Vpcs.Vpc[0]?.VpcId ?? '';
};

/** Description and tag of all groups that have a description. */
const describedGroups = async (world: World): Promise<readonly (readonly [string, string | undefined])[]> => {
  const { SecurityGroups } = (await world.call('owner', 'DescribeSecurityGroups')) as {
    SecurityGroups: { SecurityGroup: { Description: string; Tags: { Tag: { TagValue: string }[] } }[] };
  };
  return SecurityGroups.SecurityGroup.flatMap(({ Description, Tags }) =>
    Description === '' ? [] : [[Description, Tags.Tag[0]?.TagValue] as const],
  );
};

/** Runs a program that is written to a file below the checkout, where the packages are. */
const runFile = (name: string, code: string, command: string, args: readonly string[]): Promise<Ended> => {
  const file = test.info().outputPath(name);
  writeFileSync(file, code);
  return runProgram(command, [...args, file], { env: {} });
};

const isMadeAgain = async (world: World, ended: Ended): Promise<void> => {
  expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
  expect(ended.stdout).toContain('SecurityGroupId');
  expect(await describedGroups(world)).toEqual([
    [awkward, awkward],
    [awkward, awkward],
  ]);
};

test.describe('curl', () => {
  needsProgram('curl');
  test('curl makes a logged call again', async ({ world }) => {
    const code = toCurl(await loggedCall(world));
    await isMadeAgain(world, await runProgram('sh', ['-c', code], { env: {} }));
  });

  test.describe('where signatures are verified', () => {
    needsProgram('openssl', 'version');
    test.use({ auth: 'strict' });

    test('curl makes a logged call again, signed with the secret that is filled in', async ({ world }) => {
      const code = toSignedCurl(await loggedCall(world));
      const refused = await runProgram('sh', ['-c', code], { env: {} });
      expect(refused.stdout).toContain('SignatureDoesNotMatch');
      const withSecret = code.replace("secret='secret'", "secret='owner-secret'");
      await isMadeAgain(world, await runProgram('sh', ['-c', withSecret], { env: {} }));
    });

    test('so does it with a role’s key and its token', async ({ world }) => {
      const keys = await assumedRole(world);
      const code = filledIn(toSignedCurl(await loggedCall(world, keys)), keys);
      await isMadeAgain(world, await runProgram('sh', ['-c', code], { env: {} }));
    });
  });
});

test('with a role’s key, curl and TypeScript take the token beside it', async ({ world }) => {
  needsProgram('curl');
  const keys = await assumedRole(world);
  const call = await loggedCall(world, keys);
  const withoutToken = await runProgram('sh', ['-c', toCurl(call)], { env: {} });
  expect(withoutToken.stdout).toContain('InvalidSecurityToken');
  const curled = await runProgram('sh', ['-c', filledIn(toCurl(call), keys)], { env: {} });
  await isMadeAgain(world, curled);
  const code = filledIn(toTypeScript(call), keys);
  const ran = await runFile('replay.mts', code, process.execPath, ['--import', 'tsx']);
  expect(ran, ran.stderr).toMatchObject({ exitCode: 0 });
});

test('TypeScript makes a logged call again', async ({ world }) => {
  const code = toTypeScript(await loggedCall(world));
  await isMadeAgain(world, await runFile('replay.mts', code, process.execPath, ['--import', 'tsx']));
});

test.describe('Python', () => {
  needsTool(python);
  for (const key of ['an account’s', 'a role’s']) {
    test(`Python makes a logged call again with ${key} key`, async ({ world }) => {
      const keys = key === 'a role’s' ? await assumedRole(world) : undefined;
      const code = toPython(await loggedCall(world, keys));
      const whole = keys === undefined ? code : filledIn(code, keys);
      await isMadeAgain(world, await runFile('replay.py', whole, pythonIn(toolFolder(python)), []));
    });
  }
});

test.describe('Go', () => {
  needsTool(goReplay);
  test('Go makes a logged call again', async ({ world }) => {
    // Compiled with what the installation has left in Go's cache.
    toolFolder(goReplay);
    const cwd = test.info().outputPath();
    for (const name of ['go.mod', 'go.sum'])
      copyFileSync(path.join(goReplayModule, name), path.join(cwd, name));
    writeFileSync(path.join(cwd, 'main.go'), toGo(await loggedCall(world)));
    await isMadeAgain(
      world,
      await runProgram('go', ['run', '-mod=readonly', '.'], { cwd, env: { GOFLAGS: '', GOPROXY: 'off' } }),
    );
  });
});
