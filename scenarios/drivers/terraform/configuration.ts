import type { GivenBlock, Value } from '../../scenario.ts';
import { regionOf } from '../region.ts';

/** A block of a configuration; its references are Terraform's own, or were replaced by literals. */
export type ConfiguredBlock = GivenBlock;

export interface ProviderSettings {
  /** "alicloud" */
  readonly name: string;
  /** Source address, e.g. "aliyun/alicloud". */
  readonly source: string;
  /** Default: the region of the zones that the configuration names. */
  readonly regionId?: string;
}

/** The provider that the pages of this documentation belong to. */
export const providerSettings: ProviderSettings = {
  name: 'alicloud',
  source: 'aliyun/alicloud',
};

/**
 * A Terraform configuration in its JSON form. References stay as they are: `${…}` is Terraform's notation.
 * @param accessKey of the account that owns everything in it
 * @param elsewhere regions of what a state has and no block of the configuration names
 */
export const configurationOf = (
  configured: Iterable<ConfiguredBlock>,
  accessKey: string,
  { name, source, regionId }: ProviderSettings = providerSettings,
  elsewhere: readonly string[] = [],
): string => {
  const blocks = [...configured];
  const resource: Record<string, Record<string, unknown>> = {};
  const data: Record<string, Record<string, unknown>> = {};
  for (const { address, arguments: values, dependsOn = [], region } of blocks) {
    const { kind, type, name: label } = partsOf(address);
    const ofType = ((kind === 'data' ? data : resource)[type] ??= {});
    ofType[label] = {
      ...Object.fromEntries(Object.entries(values).flatMap(([key, value]) => argumentOf(key, value))),
      ...(dependsOn.length === 0 ? {} : { depends_on: dependsOn }),
      ...(region === undefined ? {} : { provider: `${name}.${region}` }),
    };
  }
  const settings = {
    region: regionId ?? regionOf(blocks.map(({ arguments: values }) => values)),
    access_key: accessKey,
    secret_key: 'any secret will do: nothing leaves this machine',
    protocol: 'HTTP',
    skip_region_validation: true,
  };
  const named = blocks.flatMap(({ region }) => (region === undefined ? [] : [region]));
  const regions = [...new Set([...named, ...elsewhere])];
  // A region is the name of its own configuration.
  const inRegion = (region: string): object => ({ ...settings, alias: region, region });
  const configuration = {
    terraform: { required_providers: { [name]: { source } } },
    provider: { [name]: regions.length === 0 ? settings : [settings, ...regions.map(inRegion)] },
    ...(Object.keys(resource).length === 0 ? {} : { resource }),
    ...(Object.keys(data).length === 0 ? {} : { data }),
  };
  return JSON.stringify(configuration, null, 2);
};

/** "data.alicloud_zones.default" → its parts. */
export const partsOf = (address: string): { kind: 'managed' | 'data'; type: string; name: string } => {
  const isData = address.startsWith('data.');
  const [type = '', name = ''] = (isData ? address.slice('data.'.length) : address).split('.');
  return { kind: isData ? 'data' : 'managed', type, name };
};

/** Null: the argument is not there. */
const argumentOf = (name: string, value: Value): [string, Value][] =>
  value === null ? [] : [[name, escaped(value)]];

/** Terraform reads every text as a template; a scenario's texts know `${…}` only. */
const escaped = (value: Value): Value => {
  if (typeof value === 'string') return value.replaceAll('%{', '%%{');
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, escaped(item)]));
};
