import * as z from 'zod';

/** What `terraform providers schema -json` states about one name of a resource or data source. */
export interface Member {
  readonly path: string;
  /** Can a configuration set it? */
  readonly isSettable: boolean;
  readonly isRequired: boolean;
  readonly isComputed: boolean;
  /** The last word of its type: "string", "number", "bool", "list", "set", "map"; "block" for what only nests. */
  readonly type: string;
  /** Has it names of its own? */
  readonly isBlock: boolean;
}

/** Everything that a resource or data source has, by path ("data_disks.size"). */
export type Members = ReadonlyMap<string, Member>;

export interface ProviderSchema {
  /** Undefined for a type that the provider does not have. */
  membersOf(kind: 'resource' | 'data-source', name: string): Members | undefined;
}

/** A type as cty writes it: "string", ["list", "string"], ["object", { … }, [optional names]]. */
type Type =
  | string
  | ['list' | 'set' | 'map', Type]
  | ['object', Record<string, Type>, ...unknown[]]
  | ['tuple', Type[]];

const typeSchema: z.ZodType<Type> = z.lazy(() =>
  z.union([
    z.string(),
    z.tuple([z.enum(['list', 'set', 'map']), typeSchema]),
    z.tuple([z.literal('object'), z.record(z.string(), typeSchema)], z.unknown()),
    z.tuple([z.literal('tuple'), z.array(typeSchema)]),
  ]),
);

interface NestedType {
  nesting_mode: string;
  attributes: Record<string, Attribute>;
}

interface Attribute {
  type?: Type | undefined;
  nested_type?: NestedType | undefined;
  optional?: boolean | undefined;
  required?: boolean | undefined;
  computed?: boolean | undefined;
}

interface Block {
  attributes?: Record<string, Attribute> | undefined;
  block_types?:
    Record<string, { block: Block; nesting_mode: string; min_items?: number | undefined }> | undefined;
}

const attributeSchema: z.ZodType<Attribute> = z.lazy(() =>
  z.object({
    type: typeSchema.optional(),
    // The plugin framework's nested attributes; the older SDK has blocks and object types instead.
    nested_type: z
      .object({ nesting_mode: z.string(), attributes: z.record(z.string(), attributeSchema) })
      .optional(),
    optional: z.boolean().optional(),
    required: z.boolean().optional(),
    computed: z.boolean().optional(),
  }),
);

const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.object({
    attributes: z.record(z.string(), attributeSchema).optional(),
    block_types: z
      .record(
        z.string(),
        z.object({ block: blockSchema, nesting_mode: z.string(), min_items: z.number().optional() }),
      )
      .optional(),
  }),
);

const schemasSchema = z.record(z.string(), z.object({ block: blockSchema })).optional();

const fileSchema = z.object({
  provider_schemas: z.record(
    z.string(),
    z.object({ resource_schemas: schemasSchema, data_source_schemas: schemasSchema }),
  ),
});

/**
 * Reads what `terraform providers schema -json` prints; the first provider that has a type states it.
 * @throws SyntaxError for no JSON, ZodError for JSON of another form
 */
export const readProviderSchema = (json: string): ProviderSchema => {
  const providers = Object.values(fileSchema.parse(JSON.parse(json)).provider_schemas);
  return {
    membersOf: (kind, name) => {
      for (const { resource_schemas, data_source_schemas } of providers) {
        const found = (kind === 'resource' ? resource_schemas : data_source_schemas)?.[name];
        if (found !== undefined) return new Map(blockMembers(found.block, '').map((one) => [one.path, one]));
      }
      return undefined;
    },
  };
};

const blockMembers = ({ attributes = {}, block_types = {} }: Block, prefix: string): Member[] => [
  ...Object.entries(attributes).flatMap(([name, attribute]) => attributeMembers(attribute, prefix + name)),
  ...Object.entries(block_types)
    // `timeouts` has a section of its own on the page.
    .filter(([name]) => name !== 'timeouts' || prefix !== '')
    .flatMap(([name, { block, nesting_mode, min_items = 0 }]) => [
      {
        path: prefix + name,
        isSettable: true,
        isRequired: min_items > 0,
        isComputed: false,
        type: nesting_mode === 'single' ? 'object' : nesting_mode,
        isBlock: true,
      },
      ...blockMembers(block, `${prefix}${name}.`),
    ]),
];

const attributeMembers = (attribute: Attribute, path: string): Member[] => {
  const { type = 'dynamic', nested_type, optional = false, required = false, computed = false } = attribute;
  const facts = { isSettable: optional || required, isComputed: computed };
  if (nested_type !== undefined) {
    const { nesting_mode, attributes } = nested_type;
    return [
      {
        ...facts,
        path,
        isRequired: required,
        type: nesting_mode === 'single' ? 'object' : nesting_mode,
        isBlock: true,
      },
      ...blockMembers({ attributes }, `${path}.`),
    ];
  }
  const inner = objectIn(type);
  return [
    {
      ...facts,
      path,
      isRequired: required,
      type: typeof type === 'string' ? type : type[0],
      isBlock: inner !== undefined,
    },
    ...Object.entries(inner ?? {}).flatMap(([name, nested]) =>
      // An object type does not say which of its names are required.
      attributeMembers({ type: nested, optional: facts.isSettable, computed }, `${path}.${name}`),
    ),
  ];
};

/** The object in "a list of objects"; undefined where the type has none. */
const objectIn = (type: Type): Record<string, Type> | undefined => {
  if (typeof type === 'string' || type[0] === 'tuple') return undefined;
  return type[0] === 'object' ? type[1] : objectIn(type[1]);
};
