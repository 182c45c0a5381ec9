import * as z from 'zod';
import { products } from '../../../emulator/wire/products.ts';
import type { ProductName } from '../../../emulator/wire/products.ts';
import type { Shape } from '../../../emulator/wire/shape.ts';
import { plainText } from '../../bindings/argument-values.ts';
import type { Api } from '../../bindings/api.ts';
import { valueSchema } from '../../scenario.ts';
import type { Value } from '../../scenario.ts';
import { createOssCaller } from './oss-client.ts';
import { sessionHeader } from './wire.ts';
import type { CoreClient, Sdk, SdkPackage } from './load-sdk.ts';

export interface Identity {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly regionId: string;
  /** The session that the calls belong to; see wire.ts. */
  readonly session: string;
  readonly waitLimitMs: number;
}

/** The SDK's clients for one account, made when first called. */
export const createApi = (sdk: Sdk, identity: Identity): Api => {
  const { accountId, regionId, waitLimitMs } = identity;
  const caller = (product: 'ecs' | 'vpc'): ((action: string, request: object) => Promise<never>) => {
    let client: object | undefined;
    return async (action, request) => {
      client ??= new sdk[product].Client(configOf(sdk, product, identity));
      return callAction(sdk[product], client, action, request);
    };
  };
  const [ecs, vpc] = [caller('ecs'), caller('vpc')];
  const others = coreCaller(sdk, identity);
  return {
    ecs,
    vpc,
    call: async (product, action, request) => {
      if (product === 'Ecs') return toPlain(await ecs(action, request));
      if (product === 'Vpc') return toPlain(await vpc(action, request));
      return others(product, action, request);
    },
    oss: createOssCaller(identity),
    accountId,
    regionId,
    waitLimitMs,
  };
};

/** A body of the SDK is an instance of a model: as plain data, without its methods. */
const toPlain = (body: unknown): Readonly<Record<string, Value>> => {
  const plain: unknown = JSON.parse(JSON.stringify(body));
  return valueRecord.parse(plain);
};

const valueRecord = z.record(z.string(), valueSchema);

/** The official core signs and sends the calls of products whose SDK is not among the dependencies. */
const coreCaller = (sdk: Sdk, { accessKeyId, regionId, session }: Identity) => {
  const clients = new Map<ProductName, CoreClient>();
  return async (
    name: ProductName,
    action: string,
    request: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, Value>>> => {
    const product = products.find((one) => one.name === name);
    const shapes = product?.shapesOf(action);
    if (product === undefined || shapes === undefined)
      throw new Error(`the API ${name} has no action ${action}`);
    const client =
      clients.get(name) ??
      sdk.newCoreClient(configOf(sdk, name.toLowerCase(), { accessKeyId, regionId, session }));
    clients.set(name, client);
    const body = await client.call(action, product.version, flatParameters(shapes.request, request));
    return valueRecord.parse(byProperty(shapes.response, body));
  };
};

const configOf = (
  sdk: Sdk,
  host: string,
  { accessKeyId, regionId, session }: Pick<Identity, 'accessKeyId' | 'regionId' | 'session'>,
): ReturnType<Sdk['newConfig']> =>
  sdk.newConfig({
    accessKeyId,
    accessKeySecret: 'any secret will do: the emulator runs in this process',
    regionId,
    endpoint: `${host}.${regionId}.aliyuncs.com`,
    headers: { [sessionHeader]: session },
  });

/** A request by property names as parameters of the wire. Lists of objects do not occur in these products. */
const flatParameters = (shape: Shape, request: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    shape.fields.flatMap(({ wire, property }): [string, string][] => {
      const value = request[property];
      if (value === undefined || value === null) return [];
      if (Array.isArray(value)) return value.map((item, at) => [`${wire}.${at + 1}`, String(item)]);
      return [[wire, typeof value === 'object' ? JSON.stringify(value) : plainText(value)]];
    }),
  );

/** An answer by wire names, by property names. */
const byProperty = (shape: Shape, answer: unknown): unknown => {
  if (Array.isArray(answer)) return answer.map((item: unknown) => byProperty(shape, item));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]: [string, unknown]) => {
      const field = shape.byWireName.get(name);
      return [field?.property ?? name, field?.members ? byProperty(field.members, value) : value];
    }),
  );
};

/**
 * `client.runInstances(new RunInstancesRequest(request))`, by the action's name. The names are checked when
 * called; the types of request and response are those that `Calls` (bindings/api.ts) takes from the SDK.
 */
const callAction = async (
  { models }: SdkPackage,
  client: object,
  action: string,
  request: object,
): Promise<never> => {
  const method: unknown = Reflect.get(client, action.charAt(0).toLowerCase() + action.slice(1));
  const Request: unknown = Reflect.get(models, `${action}Request`);
  if (typeof method !== 'function' || typeof Request !== 'function') {
    throw new Error(`the SDK has no action ${action}`);
  }
  const response: unknown = await Reflect.apply(method, client, [Reflect.construct(Request, [request])]);
  if (typeof response !== 'object' || response === null || !('body' in response)) {
    throw new Error(`the SDK gave no body for ${action}`);
  }
  return response.body as never;
};
