/** terraform.tfstate (version 4), as far as it is looked at and changed. */
import * as z from 'zod';
import { valueSchema } from '../../scenario.ts';
import type { Timeouts } from '../../bindings/binding.ts';
import type { ResourceState } from '../driver.ts';

const instanceSchema = z.looseObject({
  attributes: z.record(z.string(), valueSchema),
  schema_version: z.int().optional(),
  /** What the provider keeps for itself, in base64. */
  private: z.string().optional(),
  /** Paths of what the provider keeps secret: [[{ type: "get_attr", value: "password" }]]. */
  sensitive_attributes: z.array(z.array(z.looseObject({ value: z.unknown() }))).optional(),
});

/** One block with all that Terraform keeps of it. */
const entrySchema = z.looseObject({
  mode: z.enum(['managed', 'data']),
  type: z.string(),
  name: z.string(),
  provider: z.string().optional(),
  instances: z.array(instanceSchema),
});

const stateSchema = z.looseObject({
  version: z.literal(4),
  serial: z.int(),
  resources: z.array(entrySchema),
});

export type StateEntry = z.infer<typeof entrySchema>;

/** What Terraform knows, as text. */
export type StateText = string;

/** Nothing is known. */
export const emptyState: StateText = JSON.stringify({
  version: 4,
  terraform_version: '1.5.0',
  serial: 1,
  lineage: 'alimock',
  outputs: {},
  resources: [],
});

/** Blocks by address. @throws Error if the text is no state of version 4 */
export const entriesIn = (state: StateText): Map<string, StateEntry> =>
  new Map(
    stateSchema
      .parse(JSON.parse(state))
      .resources.filter(({ instances }) => instances.length > 0)
      .map((entry) => [addressOf(entry), entry]),
  );

/** Regions whose own provider configuration a block of the state belongs to: `provider["…/alicloud"].cn-shanghai`. */
export const regionsIn = (state: StateText): string[] => {
  const named = stateSchema
    .parse(JSON.parse(state))
    .resources.flatMap(({ provider }) => /\]\.([\w-]+)$/.exec(provider ?? '')?.[1] ?? []);
  return [...new Set(named)];
};

/** The state with these blocks in place of those that it had. */
export const withEntries = (state: StateText, entries: readonly StateEntry[]): StateText => {
  const parsed = stateSchema.parse(JSON.parse(state));
  return JSON.stringify({ ...parsed, serial: parsed.serial + 1, resources: entries });
};

const addressOf = ({ mode, type, name }: StateEntry): string =>
  mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`;

/** @param address under which the session knows it */
export const resourceStateOf = (address: string, entry: StateEntry): ResourceState => {
  const attributes = entry.instances[0]?.attributes ?? {};
  const id = attributes['id'];
  return { address, type: entry.type, id: typeof id === 'string' ? id : '', attributes };
};

/** Names of arguments that the provider marks as secret: no API gives them back. */
export const secretsOf = (entry: StateEntry): string[] =>
  (entry.instances[0]?.sensitive_attributes ?? []).flatMap(([first]) =>
    typeof first?.value === 'string' ? [first.value] : [],
  );

/**
 * Where the plugin SDK keeps the timeouts that hold for a resource, in nanoseconds: those of the schema, with what the
 * configuration set. Source: TimeoutKey in terraform-plugin-sdk, helper/schema/resource_timeout.go.
 */
const timeoutKey = 'e2bfb730-ecaa-11e6-8f88-34363bc7c4c0';

const nanosecondsSchema = z
  .number()
  .transform((nanoseconds) => nanoseconds / 60e9)
  .optional();

const privateSchema = z.object({
  [timeoutKey]: z
    .object({
      create: nanosecondsSchema,
      read: nanosecondsSchema,
      update: nanosecondsSchema,
      delete: nanosecondsSchema,
    })
    .optional(),
});

/** Timeouts that hold for a block, in minutes. */
export const timeoutsIn = ({ instances: [instance] }: StateEntry): Timeouts => {
  if (instance?.private === undefined) return {};
  const kept = Buffer.from(instance.private, 'base64').toString();
  return kept === '' ? {} : (privateSchema.parse(JSON.parse(kept))[timeoutKey] ?? {});
};
