/** Places at which terraform commands run, each with a provider process of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { Emulator } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import type { RunningServer } from '../../../emulator/transports/http.ts';
import { selfSigned } from '../../../emulator/transports/self-signed.ts';
import type { Identity } from '../../../emulator/transports/self-signed.ts';
import { ProviderProcess } from './provider-process.ts';
import { SharedSchema } from './provider-relay.ts';

/** Products whose calls the provider is to send to the emulator, by the provider's names for them. */
const products = [
  ...['ECS', 'VPC', 'STS', 'LOCATION', 'RAM', 'KMS', 'OSS', 'RESOURCEMANAGER', 'BSSOPENAPI', 'TAG', 'SLB'],
  ...['NLB', 'ALB', 'LOG', 'SLS', 'CMS', 'NAS', 'ESS', 'RDS', 'FC', 'OOS', 'IMS', 'CBN', 'EBS', 'QUOTAS'],
  ...['VPCPEER', 'RESOURCESHARING', 'RESOURCECENTER', 'MARKET', 'ECI', 'EHPC', 'CS', 'EIPANYCAST', 'GA'],
];

/**
 * Environment that leads the provider to an address, and lets nothing of the caller's own account in.
 * @param address "127.0.0.1:4566"
 * @param certificate file of the one that is trusted at this address; on macOS the provider does not look at it
 */
export const environmentFor = (address: string, certificate?: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TMPDIR: process.env['TMPDIR'],
  ...Object.fromEntries(products.map((product) => [`ALIBABA_CLOUD_ENDPOINT_${product}`, address])),
  // For some calls the provider knows endpoints of its own (CopyImage: ecs-<region>.aliyuncs.com). As a proxy
  // the same address catches them, and nothing gets out.
  HTTP_PROXY: `http://${address}`,
  HTTPS_PROXY: `http://${address}`,
  NO_PROXY: '127.0.0.1',
  ...(certificate === undefined ? {} : { SSL_CERT_FILE: certificate }),
});

/** The emulator's end of a seat: which world answers changes from command to command. */
interface Seat {
  readonly provider: ProviderProcess;
  readonly server: RunningServer;
  answeredBy: Pick<Emulator, 'handle'> | null;
}

/** How the emulator shows at each seat that it is the one to talk to. */
interface Trust extends Identity {
  readonly folder: string;
  /** In that folder, for the provider to read. */
  readonly certificate: string;
}

const newTrust = async (): Promise<Trust> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'alimock-trust-'));
  const certificate = path.join(folder, 'certificate.pem');
  const identity = selfSigned();
  await writeFile(certificate, identity.cert);
  return { ...identity, folder, certificate };
};

/** What a command runs with at its seat. */
export interface SeatEnvironment {
  /** For configurations with one configuration of the provider: the process that is kept running has only one. */
  readonly environment: NodeJS.ProcessEnv;
  /** Without that process: Terraform then has to find the provider by itself. */
  readonly withoutProvider: NodeJS.ProcessEnv;
}

const nobody = {
  status: 410,
  headers: { 'content-type': 'application/json' },
  body: '{"Code":"alimock.SessionClosed","Message":"No scenario is under way here."}',
};

export class Seats {
  readonly #program: string;
  readonly #source: string;
  readonly #limit: number;
  readonly #schema = new SharedSchema();
  readonly #all = new Set<Promise<Seat>>();
  readonly #free: Seat[] = [];
  readonly #waiting: ((seat: Seat | null) => void)[] = [];
  #trust: Promise<Trust> | undefined;
  #closed = false;

  /**
   * @param program the provider's binary
   * @param source its address, e.g. "aliyun/alicloud"
   * @param limit most seats; they are made when needed
   */
  constructor(program: string, source: string, limit = defaultLimit()) {
    this.#program = program;
    this.#source = source;
    this.#limit = limit;
  }

  /**
   * Runs a command at a seat whose provider talks to this emulator; waits for a seat if all are taken. If
   * the command throws, its provider is ended: it may still be busy with what the command asked for.
   * @param files text of configuration and state: the provider shows the types that occur in it
   */
  async run<T>(
    emulator: Pick<Emulator, 'handle'>,
    files: string,
    command: (seat: SeatEnvironment) => Promise<T>,
  ): Promise<T> {
    const seat = await this.#take();
    seat.answeredBy = emulator;
    seat.provider.need(files);
    try {
      const { provider, server } = seat;
      const { certificate } = await this.#trusted();
      const withoutProvider = environmentFor(`127.0.0.1:${server.port}`, certificate);
      const environment = { ...withoutProvider, TF_REATTACH_PROVIDERS: provider.reattach };
      const result = await command({ environment, withoutProvider });
      seat.answeredBy = null;
      this.#give(seat);
      return result;
    } catch (error) {
      seat.answeredBy = null;
      await this.#replace(seat);
      throw error;
    }
  }

  /** Ends all providers. Commands still waiting for a seat fail. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const refuse of this.#waiting.splice(0)) refuse(null);
    const ended = await Promise.allSettled(this.#all);
    const seats = ended.flatMap((one) => (one.status === 'rejected' ? [] : [one.value]));
    await Promise.all(seats.map(leave));
    const trust = await this.#trust;
    if (trust !== undefined) await rm(trust.folder, { recursive: true, force: true });
  }

  #trusted(): Promise<Trust> {
    this.#trust ??= newTrust();
    return this.#trust;
  }

  async #take(): Promise<Seat> {
    if (this.#closed) throw new SeatsClosedError();
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#all.size < this.#limit) return this.#add();
    const seat = await new Promise<Seat | null>((resolve) => this.#waiting.push(resolve));
    if (seat === null) throw new SeatsClosedError();
    return seat;
  }

  #give(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(seat);
    else next(seat);
  }

  /** A seat whose command went wrong is given up; whoever waits gets a new one. */
  async #replace(seat: Seat): Promise<void> {
    for (const made of this.#all) if ((await made.catch(() => null)) === seat) this.#all.delete(made);
    await leave(seat);
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#add().then(next, () => next(null));
  }

  #add(): Promise<Seat> {
    const made = this.#make();
    this.#all.add(made);
    made.catch(() => this.#all.delete(made));
    return made;
  }

  async #make(): Promise<Seat> {
    const current: { seat?: Seat } = {};
    const { key, cert, certificate } = await this.#trusted();
    const server = await startServer({
      identity: { key, cert },
      emulator: { handle: (request) => current.seat?.answeredBy?.handle(request) ?? nobody },
    });
    try {
      const environment = environmentFor(`127.0.0.1:${server.port}`, certificate);
      const provider = await ProviderProcess.start(this.#program, this.#source, environment, this.#schema);
      const seat: Seat = { provider, server, answeredBy: null };
      current.seat = seat;
      return seat;
    } catch (error) {
      await server.close();
      throw error;
    }
  }
}

const leave = async ({ provider, server }: Seat): Promise<void> => {
  await provider.stop();
  await server.close();
};

/** The driver was closed while a command waited. */
class SeatsClosedError extends Error {
  constructor() {
    super('the terraform driver is closed');
    this.name = 'SeatsClosedError';
  }
}

/**
 * The provider sleeps five seconds after many a call, so two commands for each core keep a machine busy;
 * each seat costs about 200 MB.
 */
const defaultLimit = (): number => Math.min(8, 2 * availableParallelism());
