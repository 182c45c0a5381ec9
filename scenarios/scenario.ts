/**
 * Scenario: one promise of a page as data (design decision 8). Derived from a PageSpec or written by hand
 * in YAML; a driver carries it out. The zod schemas are the source of the types, of the validation and of
 * schemas/scenarios.json.
 */
import * as z from 'zod';
import { positionSchema } from '../docs-parser/position.ts';

/**
 * A value of an argument. A string may hold `${…}`: `${alicloud_image.default.id}` (a path into a block's
 * attributes; `data.` before a data source), `${account.recipient}` (an actor's account id),
 * `${saved.instance}` (what a step saved), `${day.30}` (midnight, so many days from now). A string that is nothing but one
 * `${…}` keeps the value's type.
 */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(valueSchema),
    z.record(z.string(), valueSchema),
  ]),
);
const argumentsSchema = z.record(z.string(), valueSchema);

/** Who acts: the page's reader owns what the example makes; a recipient is an account it shares with. */
export const actorSchema = z.enum(['owner', 'recipient', 'stranger']);

const addressSchema = z.string().regex(/^(data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_-]*$/, {
  message: 'an address such as alicloud_vpc.default or data.alicloud_zones.default',
});

export const blockSchema = z.strictObject({
  address: addressSchema,
  arguments: argumentsSchema,
  /** Blocks that must stand before it, although no argument refers to them. */
  dependsOn: z.array(addressSchema).optional(),
  /** The region of the provider configuration that the block names; without it the scenario's own. */
  region: z.string().optional(),
});

const by = { as: actorSchema.optional() };

/** What is done; exactly one verb a step. */
export const verbSchema = z.union([
  /** Creates the block (a data source: queries it) under its address. */
  z.strictObject({ create: blockSchema, ...by }),
  /** Creates one block `times` times, with `${number}` standing for 1, 2, 3… in its arguments; addresses get `-1`, `-2`, … */
  z.strictObject({
    createMany: blockSchema.extend({ times: z.int().min(1), from: z.int().min(1).optional() }),
    ...by,
  }),
  /** Reads the block anew from the API. */
  z.strictObject({ read: addressSchema, ...by }),
  /** Imports by id under a further address: `terraform import <address> <id>`. */
  z.strictObject({
    import: z.strictObject({ address: addressSchema, id: z.string(), region: z.string().optional() }),
    ...by,
  }),
  /** Changes arguments: in place if the provider can, by replacement if not. */
  z.strictObject({ update: blockSchema, ...by }),
  z.strictObject({ delete: addressSchema, ...by }),
  /** Deletes by id what the address was, once more, although it is gone. */
  z.strictObject({ deleteAgain: addressSchema, ...by }),
  /** Deletes everything that was created, dependents first. */
  z.strictObject({ destroy: z.literal('everything'), ...by }),
  /** A named act that is no Terraform verb, e.g. "release the share"; see scenarios/acts. `save` names its result. */
  z.strictObject({ act: z.string(), with: argumentsSchema.optional(), save: z.string().optional(), ...by }),
]);

/** Why a call is refused; each driver maps its errors to one of these. */
export const refusalKindSchema = z.enum([
  'missing-argument',
  'unknown-argument',
  'invalid-value',
  'not-found',
  'forbidden',
  'quota',
  'conflict',
  'in-use',
  'not-implemented',
  'other',
]);

/** What must be seen after the step; exactly one kind an entry. */
export const expectationSchema = z.union([
  z.strictObject({ succeeds: z.literal(true) }),
  /** Refused for one of these reasons; an empty list: for whatever reason. */
  z.strictObject({ refused: z.array(refusalKindSchema), codes: z.array(z.string()).optional() }),
  /** The attribute at a path ("id", "zones.0.id") equals the value. */
  z.strictObject({ attribute: z.string(), of: addressSchema, equals: valueSchema }),
  z.strictObject({ attribute: z.string(), of: addressSchema, matches: z.string() }),
  /** The attribute is there and is not empty. */
  z.strictObject({ attribute: z.string(), of: addressSchema, present: z.literal(true) }),
  /** The id is the template with each `<part>` replaced by that argument's or attribute's value. */
  z.strictObject({ idOf: addressSchema, hasFormat: z.string() }),
  /** The block is still found by its id. */
  z.strictObject({ exists: addressSchema }),
  z.strictObject({ gone: addressSchema }),
  /** The update made a new resource, and the old one is gone. */
  z.strictObject({ replaced: addressSchema }),
  z.strictObject({ updatedInPlace: addressSchema }),
  /** Both have the same id, arguments and attributes. */
  z.strictObject({ sameState: z.tuple([addressSchema, addressSchema]) }),
  /** What the page states equals what is so. */
  z.strictObject({ documented: valueSchema, actual: valueSchema }),
  /** What the step's act returned equals the value. */
  z.strictObject({ result: valueSchema }),
  /**
   * How many minutes the provider waits for the operation on the block, where its `timeouts` say nothing else; null:
   * however many, but the operation has a timeout.
   */
  z.strictObject({
    timeoutOf: addressSchema,
    operation: z.enum(['create', 'read', 'update', 'delete']),
    minutes: z.number().nullable(),
  }),
  /** Nothing that the scenario made is left in the account. */
  z.strictObject({ accountIsEmpty: z.literal(true) }),
]);

export const stepSchema = z.strictObject({
  when: verbSchema,
  // Nothing expected means: it succeeds.
  then: z.array(expectationSchema).default([]),
});

/**
 * How far a scenario is trusted: "verified" (seen on the real ECS), "documented" (a page or API reference
 * states it), "client" (a real client depends on it), "emulator-only".
 */
export const trustSchema = z.enum(['verified', 'documented', 'client', 'emulator-only']);

export const promiseKindSchema = z.enum([
  'create',
  'read-back',
  'required',
  'optional',
  'default',
  'valid-values',
  'force-new',
  'update',
  'attribute',
  'id-format',
  'import',
  'delete',
  'example',
  'ownership',
  'limit',
  'revocation',
  'usage',
  'timeout',
  'availability',
  'note',
  'hand-written',
]);

export const scenarioSchema = z.strictObject({
  /** Stable over runs and moved lines: "alicloud_vpc/argument/cidr_block/force-new". */
  id: z.string().min(1),
  kind: promiseKindSchema,
  /** The promise in a short sentence, in words that a reader of the page knows. */
  title: z.string().min(1),
  trust: trustSchema,
  /** Where the promise is made; null for a hand-written scenario that names no page. */
  page: z.strictObject({ file: z.string(), position: positionSchema }).nullable(),
  /** What is there before the first step, in dependency order. */
  given: z.array(blockSchema).default([]),
  steps: z.array(stepSchema).default([]),
  /** Why it cannot be checked; then there are no steps. */
  notChecked: z.string().nullable().default(null),
});

/** A YAML file of scenarios. */
export const scenarioFileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  scenarios: z.array(scenarioSchema),
});

export type Actor = z.infer<typeof actorSchema>;
export type GivenBlock = z.infer<typeof blockSchema>;
export type Verb = z.infer<typeof verbSchema>;
export type RefusalKind = z.infer<typeof refusalKindSchema>;
export type Expectation = z.infer<typeof expectationSchema>;
export type Step = z.infer<typeof stepSchema>;
export type PromiseKind = z.infer<typeof promiseKindSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
/** As written by hand: what has a default may be left out. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
