/**
 * The provider, started once and used by many terraform commands: each would otherwise start it three or
 * four times. Terraform offers this for debugging (`TF_REATTACH_PROVIDERS`); the program is started with the
 * handshake of HashiCorp's go-plugin, as Terraform itself does it, and is the released one, unchanged.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { MissingToolError } from './missing-tool.ts';
import { ProviderRelay } from './provider-relay.ts';
import type { SharedSchema } from './provider-relay.ts';

/** What go-plugin's programs want to see before they serve (terraform-plugin-sdk, plugin/serve.go). */
const handshake = {
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
  PLUGIN_PROTOCOL_VERSIONS: '5',
};

/**
 * The provider must not outlive this process, however that ends, and it does not heed an interrupt: a shell
 * ends it as soon as its standard input is closed.
 */
const keeper = '"$1" & provider=$!; cat > /dev/null; kill "$provider" 2> /dev/null; wait "$provider"';

export class ProviderProcess {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #relay: ProviderRelay;
  /** Value of TF_REATTACH_PROVIDERS. */
  readonly reattach: string;

  private constructor(child: ChildProcess, folder: string, relay: ProviderRelay, source: string) {
    this.#child = child;
    this.#folder = folder;
    this.#relay = relay;
    const { network, address } = relay.address;
    this.reattach = JSON.stringify({
      [source]: {
        Protocol: 'grpc',
        ProtocolVersion: 5,
        Pid: child.pid,
        // Terraform then leaves the process running.
        Test: true,
        Addr: { Network: network, String: address },
      },
    });
  }

  /**
   * Starts the provider and waits until it serves.
   * @param program the provider's binary
   * @param source its address, e.g. "aliyun/alicloud"
   * @param environment endpoints and the like; they hold as long as the process does
   * @param schema what other processes of the same program have said of their schema
   * @throws MissingToolError if it cannot be started or is no provider
   */
  static async start(
    program: string,
    source: string,
    environment: NodeJS.ProcessEnv,
    schema: SharedSchema,
  ): Promise<ProviderProcess> {
    // A data source writes its output_file where the provider runs.
    const folder = await mkdtemp(path.join(tmpdir(), 'alimock-provider-'));
    const child = spawn('sh', ['-c', keeper, 'sh', path.resolve(program)], {
      cwd: folder,
      env: { ...environment, ...handshake },
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    });
    try {
      const [, , network = '', address = ''] = (await firstLine(child, program)).split('|');
      const relay = await ProviderRelay.start({ network, address }, schema);
      return new ProviderProcess(child, folder, relay, source);
    } catch (error) {
      child.stdin.end();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The next command works with the types that this text names. */
  need(text: string): void {
    this.#relay.need(text);
  }

  /** Ends the process and waits for it. */
  async stop(): Promise<void> {
    await this.#relay.close();
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child.once('close', resolve));
      this.#child.stdin?.end();
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** "1|5|unix|/tmp/plugin123|grpc|" */
const firstLine = (child: ChildProcess, program: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new MissingToolError(`${program} cannot be run as a Terraform provider: ${why}`));
    child.on('error', ({ message }) => fail(message));
    child.on('close', () => fail('it ended before it served'));
    if (child.stdout === null) return;
    createInterface(child.stdout).once('line', (line) => {
      if (/^1\|5\|(unix|tcp)\|/.test(line)) resolve(line);
      else fail(`it said "${line.slice(0, 200)}"; wanted is protocol 5`);
    });
  });
