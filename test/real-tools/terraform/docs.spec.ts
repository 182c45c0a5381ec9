/** docs/terraform.md and docs/quick-start-terraform.md: every line that a user pastes, pasted. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkout } from '../../cli/alimock.ts';
import { serve } from '../../cli/server-process.ts';
import { follow } from '../docs/follow.ts';
import { readPage } from '../docs/page.ts';
import { needsTerraform, provider, providerVersion } from '../terraform-provider.ts';
import { toolFolder } from '../tool.ts';
import { expect, test } from './fixtures.ts';

needsTerraform();

const text = readFileSync(path.join(checkout, 'docs', 'terraform.md'), 'utf8');

/** Code of one language, in the order of the page. */
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, code = '']) => code,
  );

/** A folder for the user, whose `npx alimock` is this checkout's, and whose registry is a mirror on this disk. */
const prepare = (folder: string): Record<string, string> => {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(
    path.join(bin, 'npx'),
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${checkout}/bin/alimock.js" "$@"\n`,
  );
  chmodSync(path.join(bin, 'npx'), 0o755);
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const mirror = path.join(
    folder,
    'mirror',
    'registry.terraform.io',
    'aliyun',
    'alicloud',
    providerVersion,
    platform,
  );
  mkdirSync(mirror, { recursive: true });
  symlinkSync(
    path.join(toolFolder(provider), 'terraform-provider-alicloud'),
    path.join(mirror, `terraform-provider-alicloud_v${providerVersion}`),
  );
  const settings = path.join(folder, 'cli.tfrc');
  writeFileSync(
    settings,
    `provider_installation {\n  filesystem_mirror {\n    path = "${folder}/mirror"\n  }\n}\n`,
  );
  return {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    NO_COLOR: '1',
    TF_CLI_CONFIG_FILE: settings,
    TF_CLI_ARGS: '-no-color',
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
  };
};

const paste = (
  lines: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ exitCode: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-ec', lines], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (output += part));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alimock-docs-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

test('the lines of docs/terraform.md apply, plan nothing, and destroy', async () => {
  const env = prepare(folder);
  const [start = '', endpoints = '', commands = '', log = ''] = blocks('sh');
  const [configuration = ''] = blocks('hcl');
  expect(start).toBe('npx alimock serve --port 4580\n');
  const server = await serve([]);
  try {
    const here = (lines: string): string =>
      lines.replaceAll('127.0.0.1:4580', server.url.replace('http://', ''));
    writeFileSync(path.join(folder, 'main.tf'), configuration);
    const { exitCode, output } = await paste(here(`${endpoints}${commands}`), folder, env);
    expect(exitCode, output).toBe(0);
    expect(output).toContain('Apply complete! Resources: 2 added, 0 changed, 0 destroyed.');
    expect(output).toContain('No changes. Your infrastructure matches the configuration.');
    expect(output).toContain('Destroy complete! Resources: 2 destroyed.');
    const logged = await paste(here(log), folder, env);
    expect(logged.output).toContain('"action":"DeleteSecurityGroup"');
  } finally {
    await server.stop('SIGTERM');
  }
});

test('with a certificate, what the provider destroys by HTTPS alone can be destroyed', async () => {
  const env = prepare(folder);
  const [, endpoints = '', , , , start = '', destroy = ''] = blocks('sh');
  const rule = `
resource "alicloud_security_group_rule" "example" {
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "22/22"
  cidr_ip           = "172.16.0.0/12"
  security_group_id = alicloud_security_group.example.id
}
`;
  const certificate = path.join(folder, 'alimock.pem');
  expect(start).toBe('npx alimock serve --port 4580 --certificate alimock.pem\n');
  const server = await serve(['--certificate', certificate]);
  try {
    writeFileSync(path.join(folder, 'main.tf'), `${blocks('hcl')[0] ?? ''}${rule}`);
    const lines = `${endpoints}terraform init\n${destroy.replace('alimock.pem', certificate)}`;
    const { exitCode, output } = await paste(
      lines.replaceAll('127.0.0.1:4580', `127.0.0.1:${server.port}`),
      folder,
      env,
    );
    expect(exitCode, output).toBe(0);
    expect(output).toContain('Destroy complete! Resources: 3 destroyed.');
  } finally {
    await server.stop('SIGTERM');
  }
});

test('a page is checked by the provider that terraform init gets', async () => {
  const env = prepare(folder);
  const line = (blocks('sh')[4] ?? '').trim();
  expect(line).toBe('npx alimock check docs/r/image_share_permission.html.markdown --driver terraform');
  mkdirSync(path.join(folder, 'docs', 'r'), { recursive: true });
  symlinkSync(
    path.join(checkout, 'examples', 'image_share_permission.python.md'),
    path.join(folder, 'docs', 'r', 'image_share_permission.html.markdown'),
  );
  const { exitCode, output } = await paste(`${line} --filter example/alicloud_vpc`, folder, env);
  expect(output).toContain('1 passed, 0 failed');
  expect(exitCode).toBe(0);
});

test('the quick start does what it shows', async () => {
  const name = 'quick-start-terraform.md';
  const blocks = readPage(path.join(checkout, 'docs', name));
  await follow(name, { prepare: (at) => ({ env: prepare(at) }) }, blocks, []);
});
