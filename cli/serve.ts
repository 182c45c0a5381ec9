import { readFile, writeFile } from 'node:fs/promises';
import { isIPv4 } from 'node:net';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { RunningServer } from '../emulator/transports/http.ts';
import type { Identity } from '../emulator/transports/self-signed.ts';
import type { Service, ServiceOptions } from '../emulator/server/service.ts';
import type { Seed } from '../emulator/server/seed-schema.ts';
import type { StateSaver } from '../emulator/server/state-file.ts';
import { consoleFolder } from './console-folder.ts';
import { UsageError } from './exit.ts';
import { version } from './version.ts';

interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly json?: true;
  readonly auth: 'open' | 'strict';
  readonly config?: string;
  readonly seed?: string;
  readonly state?: string;
  readonly pace: 'immediate' | 'real';
  readonly latency?: number;
  readonly throttle?: number;
  readonly certificate?: string;
}

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };

/** `alimock serve`: the emulator as a server of its own. */
export const serveCommand = (): Command =>
  new Command('serve')
    .summary('serve a local ECS over HTTP, for Terraform, SDKs and other tools')
    .description(
      'Serves ECS, VPC, STS, RAM, KMS, Resource Manager and Location over HTTP until it is stopped (Ctrl-C). Every access key is an account ' +
        'of its own, unless accounts are declared. A running server is controlled under /_alimock/ (OpenAPI ' +
        'description: schemas/admin-api.json).',
    )
    .option('--host <address>', 'address to listen on; other than loopback needs --auth strict', '127.0.0.1')
    .addOption(
      new Option('-p, --port <port>', 'port to listen on; 0: a free one')
        .argParser(wholeNumber(0, 65_535))
        .default(4580),
    )
    .option('--json', 'print the address as one line of JSON')
    .addOption(
      new Option('--auth <mode>', 'open: take any key; strict: verify signatures of declared accounts')
        .choices(['open', 'strict'])
        .default('open'),
    )
    .option('--config <file>', 'YAML file that declares accounts with their keys')
    .option('--seed <file>', 'YAML file that declares accounts, VPCs, images and instances to begin with')
    .option('--state <file>', 'keep the state in this file, and go on with it at the next start')
    .addOption(
      new Option('--pace <pace>', 'how long changes of status take')
        .choices(['immediate', 'real'])
        .default('immediate'),
    )
    .addOption(
      new Option('--latency <milliseconds>', 'every reply waits that long').argParser(
        wholeNumber(0, 600_000),
      ),
    )
    .addOption(
      new Option('--throttle <calls>', 'calls a second of an account; more get Throttling.User').argParser(
        wholeNumber(1, 1_000_000),
      ),
    )
    .option(
      '--certificate <file>',
      'answer HTTPS on the same port too; the certificate to trust is made anew and written there',
    )
    .addHelpText(
      'after',
      `
With --auth strict the admin API wants a token: that of the environment variable ALIMOCK_ADMIN_TOKEN, or one
that is made and printed.
Exit codes: 0 stopped by SIGINT or SIGTERM, 2 it could not be started.`,
    )
    .action(serve);

const serve = async (options: ServeOptions): Promise<void> => {
  const { service, saver } = await prepare(options);
  const server = await listen(service, options);
  // Before the address is told: who reads it may stop the server at once.
  const stopped = stopSignal();
  process.stdout.write(
    options.json === true ? jsonLine(server, service, options) : greeting(server, service, options),
  );
  const { giveMemoryBackWhenIdle } = await import('../emulator/server/idle-memory.ts');
  giveMemoryBackWhenIdle(() => service.log.total);
  await stopped;
  await server.close();
  await saver?.stop();
};

const prepare = async (
  options: ServeOptions,
): Promise<{ service: Service; saver: StateSaver | undefined }> => {
  const [{ isLocal }, { createService }] = await Promise.all([
    import('../emulator/admin/access.ts'),
    import('../emulator/server/service.ts'),
  ]);
  if (options.auth === 'open' && !isLocal(options.host)) {
    throw new UsageError(
      `--host ${options.host} is reachable by others: use --auth strict with declared accounts, or 127.0.0.1.`,
    );
  }
  const config = await readSeedFile('--config', options.config);
  const seed = await readSeedFile('--seed', options.seed);
  const service = createService(await serviceOptions(options, [config, seed]));
  const saver = await fill(service, seed, options);
  service.pace = options.pace;
  return { service, saver };
};

/** YAML and its checker are loaded only where there is a file to read. */
const readSeedFile = async (option: string, file: string | undefined): Promise<Seed | undefined> => {
  if (file === undefined) return undefined;
  const { readSeed } = await import('../emulator/server/seed-file.ts');
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${option} ${file}: ${messageOf(error)}.`);
  }
  try {
    const seed = readSeed(source, file);
    if (option === '--config' && seed.vpcs.length + seed.images.length + seed.instances.length > 0) {
      throw new UsageError(`${file}: --config declares accounts only; give resources with --seed.`);
    }
    return seed;
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
};

const serviceOptions = async (
  options: ServeOptions,
  seeds: readonly (Seed | undefined)[],
): Promise<ServiceOptions> => {
  const declared = seeds.filter((seed) => seed !== undefined);
  const accounts =
    declared.length === 0
      ? []
      : await import('../emulator/server/seed-file.ts').then(({ declaredAccounts }) =>
          declared.flatMap(declaredAccounts),
        );
  if (options.auth === 'strict') {
    if (accounts.length === 0) {
      throw new UsageError('--auth strict needs accounts: declare them with --config FILE or --seed FILE.');
    }
    const bare = accounts.find(({ accessKeySecret }) => accessKeySecret === undefined);
    if (bare !== undefined) {
      throw new UsageError(`--auth strict needs the secret of each key; ${bare.accessKeyId} has none.`);
    }
  }
  return {
    auth: options.auth,
    accounts,
    host: options.host,
    version,
    consoleFolder,
    ...(options.latency === undefined ? {} : { latencyMilliseconds: options.latency }),
    ...(options.throttle === undefined ? {} : { callsPerSecond: options.throttle }),
    ...(options.auth === 'strict' ? { adminToken: await adminToken() } : {}),
  };
};

const adminToken = async (): Promise<string> => {
  const given = process.env['ALIMOCK_ADMIN_TOKEN'] ?? '';
  if (given !== '') return given;
  const { randomBytes } = await import('node:crypto');
  return randomBytes(24).toString('base64url');
};

/** The saved state, or the seed where there is none yet. */
const fill = async (
  { emulator }: Service,
  seed: Seed | undefined,
  { state: stateFile, seed: seedFile = '' }: ServeOptions,
): Promise<StateSaver | undefined> => {
  const { loadState, StateSaver } = await import('../emulator/server/state-file.ts');
  try {
    const saved = stateFile === undefined ? undefined : await loadState(stateFile);
    if (saved !== undefined) {
      emulator.restore(saved);
    } else if (seed !== undefined) {
      const { applySeed } = await import('../emulator/server/apply-seed.ts');
      applySeed(seed, emulator, seedFile);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'UnusableStateError') {
      throw new UsageError(
        `Cannot go on with --state ${stateFile ?? ''}: ${error.message}. Name another file, or move it away to begin anew.`,
      );
    }
    throw error instanceof Error && error.name === 'SeedFileError' ? new UsageError(error.message) : error;
  }
  if (stateFile === undefined) return undefined;
  return new StateSaver(stateFile, emulator, (error) =>
    process.stderr.write(`alimock: cannot save ${stateFile}: ${messageOf(error)}\n`),
  );
};

/** A new key and certificate; only the certificate is written. */
const newIdentity = async ({ host, certificate }: ServeOptions): Promise<Identity | undefined> => {
  if (certificate === undefined) return undefined;
  const { selfSigned } = await import('../emulator/transports/self-signed.ts');
  if (host !== 'localhost' && !isIPv4(host)) {
    throw new UsageError(`--certificate is for an address of IPv4 or localhost, and --host is ${host}.`);
  }
  const identity = selfSigned([...new Set(['127.0.0.1', ...(isIPv4(host) ? [host] : [])])]);
  try {
    await writeFile(certificate, identity.cert);
  } catch (error) {
    throw new UsageError(`Cannot write --certificate ${certificate}: ${messageOf(error)}.`);
  }
  return identity;
};

const listen = async (service: Service, options: ServeOptions): Promise<RunningServer> => {
  const [{ startServer }, { adminPrefix }] = await Promise.all([
    import('../emulator/transports/http.ts'),
    import('../emulator/admin/router.ts'),
  ]);
  const mebibyte = 1024 * 1024;
  const { host, port } = options;
  const identity = await newIdentity(options);
  try {
    return await startServer({
      ...(identity === undefined ? {} : { identity }),
      emulator: service,
      host,
      port,
      // A whole state may be imported there.
      bodyLimit: (url) => (url === `${adminPrefix}/state` ? 256 * mebibyte : 4 * mebibyte),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE') {
      throw new UsageError(
        `Port ${port} of ${host} is taken. Choose another with --port, or --port 0 for a free one.`,
      );
    }
    throw new UsageError(`Cannot listen on ${host} port ${port}: ${messageOf(error)}.`);
  }
};

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const jsonLine = ({ url, port }: RunningServer, service: Service, { host }: ServeOptions): string => {
  const { auth, adminToken: token } = service.options;
  const adminUrl = `${url}/_alimock`;
  const consoleUrl = `${adminUrl}/console/`;
  return `${JSON.stringify({ url, host, port, pid: process.pid, auth, adminUrl, consoleUrl, adminToken: token })}\n`;
};

/** One line with the address, then settings to paste. */
const greeting = ({ url }: RunningServer, service: Service, { auth }: ServeOptions): string => {
  const endpoint = url.replace('http://', '');
  const token = service.options.adminToken;
  // BSSOPENAPI: the provider asks it for the kind of account, and would ask the real one.
  const environment = ['ECS', 'VPC', 'STS', 'LOCATION', 'RAM', 'KMS', 'RESOURCEMANAGER', 'BSSOPENAPI'].map(
    (product) => `ALIBABA_CLOUD_ENDPOINT_${product}=${endpoint}`,
  );
  return [
    `alimock ${version} serves ECS at ${url} (${auth === 'open' ? 'any access key is taken' : 'signatures are verified'})`,
    '',
    `Terraform    export ${environment.join(' ')}`,
    '             provider "alicloud" {',
    '               protocol               = "HTTP"',
    '               region                 = "cn-hangzhou"',
    '               skip_region_validation = true',
    ...(auth === 'open'
      ? ['               access_key             = "test"', '               secret_key             = "test"']
      : []),
    '             }',
    `SDKs         endpoint: '${endpoint}', protocol: 'http'`,
    `aliyun CLI   aliyun ecs DescribeRegions --endpoint ${endpoint} --insecure`,
    `Console      ${url}/_alimock/console/`,
    `Admin API    ${url}/_alimock/openapi.json${token === undefined ? '' : `   (Authorization: Bearer ${token})`}`,
    '',
    '',
  ].join('\n');
};
