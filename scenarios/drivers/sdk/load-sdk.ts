/** The official SDK, unmodified. Loading it takes about a second, so it is loaded once, when first needed. */
import type { $OpenApiUtil } from '@alicloud/openapi-core';

/** One of the SDK's packages: model classes by name, and the client. */
export interface SdkPackage {
  readonly models: object;
  readonly Client: new (config: Config) => object;
}

export interface Sdk {
  readonly ecs: SdkPackage;
  readonly vpc: SdkPackage;
  readonly newConfig: (options: ConfigOptions) => Config;
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

type Config = $OpenApiUtil.Config;

let loading: Promise<Sdk> | undefined;

export const loadSdk = (): Promise<Sdk> => (loading ??= load());

const load = async (): Promise<Sdk> => {
  const [ecs, vpc, core] = await Promise.all([
    import('@alicloud/ecs20140526'),
    import('@alicloud/vpc20160428'),
    import('@alicloud/openapi-core'),
  ]);
  const { Config, GlobalParameters } = core.$OpenApiUtil;
  return {
    ecs: { models: ecs, Client: clientOf(ecs.default) },
    vpc: { models: vpc, Client: clientOf(vpc.default) },
    newConfig: ({ headers, ...options }) =>
      new Config({
        ...options,
        // A failed call is the answer that the scenario wants to see: no retries, and no long waiting.
        retryOptions: undefined,
        readTimeout: 20_000,
        connectTimeout: 5_000,
        globalParameters: new GlobalParameters({ headers }),
      }),
  };
};

/**
 * The packages are CommonJS with the client as their default export. Node gives it as `default.default`,
 * loaders that translate modules (tsx) as `default`.
 */
const clientOf = (exported: unknown): SdkPackage['Client'] => {
  if (isClient(exported)) return exported;
  const inner =
    typeof exported === 'object' && exported !== null && 'default' in exported && exported.default;
  if (isClient(inner)) return inner;
  throw new Error('the SDK package exports no client');
};

const isClient = (value: unknown): value is SdkPackage['Client'] => typeof value === 'function';
