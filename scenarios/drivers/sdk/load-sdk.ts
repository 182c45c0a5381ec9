/** The official SDK, unmodified. Loading it takes most of a second, so it is loaded once, when first needed. */
import { createRequire } from 'node:module';
import type { $OpenApiUtil } from '@alicloud/openapi-core';

type Config = $OpenApiUtil.Config;

/** One of the SDK's packages: model classes by name, and the client. */
export interface SdkPackage {
  readonly models: object;
  readonly Client: new (config: Config) => object;
}

export interface Sdk {
  readonly ecs: SdkPackage;
  readonly vpc: SdkPackage;
  readonly newConfig: (options: ConfigOptions) => Config;
  /** A client of the SDK's core, for products that have no package here. */
  readonly newCoreClient: (config: Config) => CoreClient;
}

/** Sends a call of any product, signed by the SDK's core. */
export interface CoreClient {
  /** @returns the body of the reply */
  call(action: string, version: string, parameters: Readonly<Record<string, string>>): Promise<unknown>;
}

/** What the driver tells the SDK's client. */
export interface ConfigOptions {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly regionId: string;
  readonly endpoint: string;
  /** Sent with each call. */
  readonly headers: Readonly<Record<string, string>>;
}

let loading: Promise<Sdk> | undefined;

export const loadSdk = (): Promise<Sdk> => (loading ??= load());

const load = async (): Promise<Sdk> => {
  const ecs = loadPackage('@alicloud/ecs20140526');
  const vpc = loadPackage('@alicloud/vpc20160428');
  // Its default export is not the same under every loader that imports CommonJS: tsx unwraps it once more.
  const { Client: CoreClient } = loadPackage('@alicloud/openapi-core');
  const { $OpenApiUtil } = await import('@alicloud/openapi-core');
  const { Config, GlobalParameters, OpenApiRequest, Params } = $OpenApiUtil;
  return {
    ecs,
    vpc,
    newConfig: ({ headers, ...options }) =>
      new Config({
        ...options,
        // A failed call is the answer that the scenario wants to see: no retries, and no long waiting.
        retryOptions: undefined,
        readTimeout: 20_000,
        connectTimeout: 5_000,
        globalParameters: new GlobalParameters({ headers }),
      }),
    newCoreClient: (config) => {
      const client = new CoreClient(config);
      return {
        call: async (action, version, query) => {
          const params = new Params({
            ...{ action, version, protocol: 'HTTPS', method: 'POST', authType: 'AK', style: 'RPC' },
            ...{ pathname: '/', reqBodyType: 'formData', bodyType: 'json' },
          });
          // The class of the options is no export of the core: without any, it takes its own defaults.
          const callApi: unknown = Reflect.get(client, 'callApi');
          if (typeof callApi !== 'function') throw new Error('the SDK’s core cannot call by name');
          const call = [params, new OpenApiRequest({ query }), {}];
          const answer: unknown = await Reflect.apply(callApi, client, call);
          return typeof answer === 'object' && answer !== null && 'body' in answer ? answer.body : null;
        },
      };
    },
  };
};

/**
 * The packages are CommonJS of some two thousand files each. `require` takes two thirds of the time of
 * `import`, which reads every file once more to find the names that it exports.
 */
const loadPackage = (name: string): SdkPackage => {
  const models: unknown = createRequire(import.meta.url)(name);
  if (typeof models === 'object' && models !== null && 'default' in models && isClient(models.default)) {
    return { models, Client: models.default };
  }
  throw new Error(`the package ${name} exports no client`);
};

const isClient = (value: unknown): value is SdkPackage['Client'] => typeof value === 'function';
