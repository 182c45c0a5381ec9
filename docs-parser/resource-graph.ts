/**
 * The resource graph of an example: the same value whatever language the example is written in
 * (design decision 7). Nested blocks are lists of objects, since that is what every CDKTF rendering makes
 * of them.
 */
import * as z from 'zod';
import { positionSchema } from './position.ts';

/** A value in an example. Everything that is not a literal keeps its structure. */
export type Expression =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'object'; entries: { key: string; value: Expression }[] }
  /** `alicloud_vpc.default.id`, `data.alicloud_zones.default.zones[0].id`, `var.name`, `local.x`, `each.value`. */
  | {
      kind: 'reference';
      root: ReferenceRoot;
      type: string | null;
      name: string;
      path: (string | number)[];
    }
  /** "prefix-${…}": parts in order, text as literals. */
  | { kind: 'template'; parts: Expression[] }
  | { kind: 'call'; function: string; arguments: Expression[] }
  | { kind: 'operation'; operator: string; operands: Expression[] }
  | {
      kind: 'conditional';
      condition: Expression;
      whenTrue: Expression;
      whenFalse: Expression;
    }
  /** A path into something that is not a reference: `split(":", x)[0]`, `(…).id`. */
  | { kind: 'access'; target: Expression; path: (string | number)[] }
  /** `[for k, v in collection : value if condition]`, `{for … : key => value...}` with a key. */
  | {
      kind: 'for';
      /** Names of the loop's variables: one, or key and value. */
      variables: string[];
      collection: Expression;
      key: Expression | null;
      value: Expression;
      condition: Expression | null;
      /** `value...`: values of one key are gathered in a list. */
      isGrouped: boolean;
    }
  /** Read, but not understood: the source text as written. */
  | { kind: 'unknown'; source: string };

/**
 * What a reference begins with. "provider" is a provider configuration (`alicloud.peer`), "dynamic" the
 * iterator of a dynamic block (`ingress.value`), "for" a variable of a for expression. "*" stands in a path
 * for a splat (`ids.*.id`, `ids[*]`).
 */
export type ReferenceRoot = (typeof referenceRoots)[number];

const referenceRoots = [
  'resource',
  'data',
  'var',
  'local',
  'each',
  'count',
  'self',
  'path',
  'module',
  'terraform',
  'provider',
  'dynamic',
  'for',
] as const;

const pathSchema = z.array(z.union([z.string(), z.number()]));

export const expressionSchema: z.ZodType<Expression> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('literal'),
        value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      }),
      z.object({ kind: z.literal('list'), items: z.array(expressionSchema) }),
      z.object({
        kind: z.literal('object'),
        entries: z.array(z.object({ key: z.string(), value: expressionSchema })),
      }),
      z.object({
        kind: z.literal('reference'),
        root: z.enum(referenceRoots),
        type: z.string().nullable(),
        name: z.string(),
        path: pathSchema,
      }),
      z.object({
        kind: z.literal('template'),
        parts: z.array(expressionSchema),
      }),
      z.object({
        kind: z.literal('call'),
        function: z.string(),
        arguments: z.array(expressionSchema),
      }),
      z.object({
        kind: z.literal('operation'),
        operator: z.string(),
        operands: z.array(expressionSchema),
      }),
      z.object({
        kind: z.literal('conditional'),
        condition: expressionSchema,
        whenTrue: expressionSchema,
        whenFalse: expressionSchema,
      }),
      z.object({
        kind: z.literal('access'),
        target: expressionSchema,
        path: pathSchema,
      }),
      z.object({
        kind: z.literal('for'),
        variables: z.array(z.string()),
        collection: expressionSchema,
        key: expressionSchema.nullable(),
        value: expressionSchema,
        condition: expressionSchema.nullable(),
        isGrouped: z.boolean(),
      }),
      z.object({ kind: z.literal('unknown'), source: z.string() }),
    ]),
  )
  .meta({ id: 'Expression' });

export const blockArgumentSchema = z.object({
  name: z.string(),
  value: expressionSchema,
  position: positionSchema,
});

/** A resource or a data source. Meta-arguments (count, for_each, depends_on, provider, lifecycle) stand apart. */
export const blockSchema = z.object({
  kind: z.enum(['resource', 'data']),
  type: z.string(),
  name: z.string(),
  arguments: z.array(blockArgumentSchema),
  meta: z.array(blockArgumentSchema),
  position: positionSchema,
});

export const variableSchema = z.object({
  name: z.string(),
  /** Null where the variable has no default. */
  default: expressionSchema.nullable(),
  position: positionSchema,
});

export const namedValueSchema = z.object({
  name: z.string(),
  value: expressionSchema,
  position: positionSchema,
});

export const providerBlockSchema = z.object({
  name: z.string(),
  arguments: z.array(blockArgumentSchema),
  position: positionSchema,
});

export const resourceGraphSchema = z.object({
  blocks: z.array(blockSchema),
  variables: z.array(variableSchema),
  locals: z.array(namedValueSchema),
  outputs: z.array(namedValueSchema),
  providers: z.array(providerBlockSchema),
});

export type BlockArgument = z.infer<typeof blockArgumentSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Variable = z.infer<typeof variableSchema>;
export type NamedValue = z.infer<typeof namedValueSchema>;
export type ProviderBlock = z.infer<typeof providerBlockSchema>;
export type ResourceGraph = z.infer<typeof resourceGraphSchema>;
