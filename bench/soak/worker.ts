import type { AlimockWorld } from '../server/worlds.ts';
import { at, Connection } from './client.ts';

/** Instances that one connection keeps, so that the state stays bounded. */
const keptInstances = 10;

/** One of the connections: it makes, changes, lists and deletes, and remembers what must come of it. */
export class Worker {
  readonly world: AlimockWorld;
  readonly #connection: Connection;
  readonly #tag: string;
  readonly #instances: string[] = [];
  readonly errors: string[] = [];
  #calls = 0;
  #tagValue = 0;

  /** @param number of the connection within its account; it has a tag of its own on the common instance */
  constructor(port: number, world: AlimockWorld, number: number) {
    this.world = world;
    this.#connection = new Connection(port, world.account);
    this.#tag = `connection-${number}`;
  }

  get calls(): number {
    return this.#calls;
  }

  /** Ids of the instances that must be there. */
  get instances(): readonly string[] {
    return this.#instances;
  }

  /** The last value that it gave its tag. */
  get tag(): readonly [key: string, value: string] {
    return [this.#tag, String(this.#tagValue)];
  }

  /** Calls one after the other until it is told to stop. */
  async work(mayGoOn: () => boolean): Promise<void> {
    for (let turn = 0; mayGoOn(); turn++) {
      try {
        await this.#turn(turn);
      } catch (error) {
        this.errors.push(error instanceof Error ? error.message : String(error));
        // A call whose answer was lost may have been carried out: the counts would say nothing.
        if (this.errors.length >= 3) return;
      }
    }
    this.#connection.close();
  }

  /** Eight calls: half of them writes. */
  async #turn(turn: number): Promise<void> {
    await this.#run();
    const mine = this.#instances[turn % this.#instances.length] ?? '';
    await this.#read({ Action: 'DescribeInstances', InstanceIds: JSON.stringify([mine]) }, 'TotalCount', 1);
    await this.#call({
      Action: 'TagResources',
      ResourceType: 'instance',
      'ResourceId.1': this.world.instanceId,
      'Tag.1.Key': this.#tag,
      'Tag.1.Value': String(this.#tagValue + 1),
    });
    this.#tagValue++;
    await this.#call({ Action: 'DescribeInstances', PageSize: '10' });
    await this.#call({
      Action: 'ModifyInstanceAttribute',
      InstanceId: mine,
      InstanceName: `name-${turn}`,
    });
    await this.#read(
      { Action: 'DescribeInstances', InstanceIds: JSON.stringify([mine]) },
      'Instances.Instance.0.InstanceName',
      `name-${turn}`,
    );
    await this.#call({ Action: 'DescribeImages', ImageId: this.world.imageId });
    if (this.#instances.length > keptInstances) await this.#delete();
  }

  async #run(): Promise<void> {
    const reply = await this.#call(this.world.launch);
    const id = at(reply, 'InstanceIdSets.InstanceIdSet.0');
    if (typeof id !== 'string') throw new Error('RunInstances answers no id');
    this.#instances.push(id);
  }

  async #delete(): Promise<void> {
    const [oldest = ''] = this.#instances;
    await this.#call({ Action: 'DeleteInstance', InstanceId: oldest, Force: 'true' });
    this.#instances.shift();
  }

  async #read(parameters: Readonly<Record<string, string>>, path: string, wanted: unknown): Promise<void> {
    const found = at(await this.#call(parameters), path);
    if (found !== wanted) throw new Error(`${path} is ${String(found)}, not ${String(wanted)}`);
  }

  async #call(parameters: Readonly<Record<string, string>>): Promise<unknown> {
    this.#calls++;
    return this.#connection.call(parameters);
  }
}
