/**
 * What `terraform providers schema -json` prints, validated once, as surfaces.
 * Source of the form: Terraform's documentation of the command ("JSON Output Format"). It tells type, nesting,
 * required, optional, computed, deprecated and sensitive, and which timeouts can be set. It knows no ForceNew,
 * default, valid values, id format or import: these stay undefined.
 */
import * as z from 'zod';
import type { Entry, Place, Surface, SubjectKind, TimeoutFact, ValueType } from '../surface.ts';
import { bareEntry, pathKey } from '../surface.ts';

/** A type constraint: "string", ["list", …] or ["object", { name: … }]. */
type TypeConstraint = string | readonly [string, TypeConstraint | Readonly<Record<string, TypeConstraint>>];

const typeSchema: z.ZodType<TypeConstraint> = z.lazy(() =>
  z.union([z.string(), z.tuple([z.string(), z.union([typeSchema, z.record(z.string(), typeSchema)])])]),
);

const attributeSchema = z.object({
  type: typeSchema.optional(),
  nested_type: z.unknown().optional(),
  required: z.boolean().default(false),
  optional: z.boolean().default(false),
  computed: z.boolean().default(false),
  deprecated: z.boolean().default(false),
  sensitive: z.boolean().default(false),
});

interface Block {
  readonly attributes: Readonly<Record<string, z.infer<typeof attributeSchema>>>;
  readonly block_types: Readonly<Record<string, BlockType>>;
  readonly deprecated: boolean;
}

interface BlockType {
  readonly nesting_mode: 'single' | 'group' | 'list' | 'set' | 'map';
  readonly block: Block;
  readonly min_items: number;
  readonly max_items: number;
}

const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.object({
    attributes: z.record(z.string(), attributeSchema).default({}),
    block_types: z
      .record(
        z.string(),
        z.object({
          nesting_mode: z.enum(['single', 'group', 'list', 'set', 'map']),
          block: blockSchema,
          min_items: z.number().default(0),
          max_items: z.number().default(0),
        }),
      )
      .default({}),
    deprecated: z.boolean().default(false),
  }),
);

const subjectsSchema = z.record(z.string(), z.object({ block: blockSchema })).default({});

export const providerSchemaFile = z.object({
  format_version: z.string().regex(/^1\./, { message: 'format_version 1.x' }),
  provider_schemas: z.record(
    z.string(),
    z.object({ resource_schemas: subjectsSchema, data_source_schemas: subjectsSchema }),
  ),
});

export type ProviderSchemaFile = z.infer<typeof providerSchemaFile>;

/** Where each surface's members are: file and, through the pointer, the member. */
interface Builder {
  readonly file: string;
  readonly entries: Map<string, Entry>;
}

/**
 * A surface for each resource and data source of a schema file.
 * @param file its name in reports
 */
export const schemaSurfaces = (schemas: ProviderSchemaFile, file: string): Surface[] =>
  Object.entries(schemas.provider_schemas).flatMap(
    ([provider, { resource_schemas, data_source_schemas }]) => [
      ...subjects(
        'resource',
        resource_schemas,
        pointer('provider_schemas', provider, 'resource_schemas'),
        file,
      ),
      ...subjects(
        'data-source',
        data_source_schemas,
        pointer('provider_schemas', provider, 'data_source_schemas'),
        file,
      ),
    ],
  );

/** RFC 6901: "~" and "/" inside a name are escaped. */
const pointer = (...names: readonly string[]): string =>
  names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const subjects = (
  kind: SubjectKind,
  schemas: Readonly<Record<string, { readonly block: Block }>>,
  at: string,
  file: string,
): Surface[] =>
  Object.entries(schemas).map(([name, { block }]) => {
    const own = `${at}${pointer(name, 'block')}`;
    const builder: Builder = { file, entries: new Map() };
    addBlock(builder, block, [], own);
    return {
      name,
      kind,
      source: 'the provider schema',
      place: { file, position: null, pointer: `${at}${pointer(name)}`, quote: `"${name}"` },
      isPage: false,
      covers: { nested: true, attributes: true },
      deprecated: block.deprecated,
      entries: builder.entries,
      timeouts: timeoutsOf(block, file, own),
      id: undefined,
      import: undefined,
    };
  });

const addBlock = (builder: Builder, block: Block, path: readonly string[], at: string): void => {
  for (const [name, attribute] of Object.entries(block.attributes)) {
    addAttribute(builder, attribute, [...path, name], `${at}${pointer('attributes', name)}`);
  }
  for (const [name, type] of Object.entries(block.block_types)) {
    // The SDK puts the timeouts among the blocks; they are no argument of the API.
    if (path.length === 0 && name === 'timeouts' && type.nesting_mode === 'single') continue;
    addBlockType(builder, type, [...path, name], `${at}${pointer('block_types', name)}`);
  }
};

const addAttribute = (
  builder: Builder,
  attribute: z.infer<typeof attributeSchema>,
  path: readonly string[],
  at: string,
): void => {
  const { type, required, optional, computed, deprecated, sensitive } = attribute;
  const name = path.at(-1) ?? '';
  const shown = {
    ...(type === undefined ? {} : { type: shortType(type) }),
    required,
    optional,
    computed,
    deprecated,
  };
  const quote = `"${name}": ${JSON.stringify(Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== false)))}`;
  const place: Place = { file: builder.file, position: null, pointer: at, quote };
  // Every resource has an id that the plugin SDK declares Optional and Computed; nobody can set it.
  const settable = (required || optional) && !(path.length === 1 && name === 'id' && computed);
  const members = type === undefined ? undefined : membersOf(type);
  builder.entries.set(pathKey(path), {
    ...bareEntry(path, place),
    settable,
    required,
    computed,
    deprecated,
    sensitive,
    type: type === undefined ? undefined : typeOf(type),
    nested: members !== undefined || attribute.nested_type !== undefined,
  });
  for (const [member, memberType] of Object.entries(members ?? {})) {
    addMember(builder, memberType, [...path, member], settable, place);
  }
};

/**
 * A member of an object that is written as an attribute. The schema does not tell which members can be set;
 * it only tells that none can where the whole is read-only.
 */
const addMember = (
  builder: Builder,
  type: TypeConstraint,
  path: readonly string[],
  settable: boolean,
  place: Place,
): void => {
  const members = membersOf(type);
  builder.entries.set(pathKey(path), {
    ...bareEntry(path, place),
    settable: settable ? undefined : false,
    required: settable ? undefined : false,
    computed: settable ? undefined : true,
    type: typeOf(type),
    nested: members !== undefined,
  });
  for (const [member, memberType] of Object.entries(members ?? {})) {
    addMember(builder, memberType, [...path, member], settable, place);
  }
};

const addBlockType = (builder: Builder, type: BlockType, path: readonly string[], at: string): void => {
  const { nesting_mode, min_items, max_items, block } = type;
  const counts = {
    nesting_mode,
    ...(min_items > 0 ? { min_items } : {}),
    ...(max_items > 0 ? { max_items } : {}),
  };
  const place: Place = {
    file: builder.file,
    position: null,
    pointer: at,
    quote: `"${path.at(-1) ?? ''}": block ${JSON.stringify(counts)}`,
  };
  builder.entries.set(pathKey(path), {
    ...bareEntry(path, place),
    settable: true,
    required: min_items > 0,
    computed: false,
    deprecated: block.deprecated,
    type: nesting_mode === 'set' ? 'set' : nesting_mode === 'map' ? 'map' : 'list',
    nested: true,
    maxItems: max_items > 0 ? { value: max_items, place } : null,
  });
  addBlock(builder, block, path, `${at}/block`);
};

const typeOf = (type: TypeConstraint): ValueType | undefined => {
  const word = typeof type === 'string' ? type : type[0];
  switch (word) {
    case 'string':
    case 'number':
    case 'bool':
    case 'list':
    case 'set':
    case 'map':
      return word;
    default:
      return undefined;
  }
};

/** The members of `["list", ["object", {…}]]`, which a configuration writes as blocks or objects. */
const membersOf = (type: TypeConstraint): Readonly<Record<string, TypeConstraint>> | undefined => {
  if (typeof type === 'string') return undefined;
  const [word, of] = type;
  if (word === 'object') return isMembers(of) ? of : undefined;
  return isMembers(of) ? undefined : membersOf(of);
};

const isMembers = (
  of: TypeConstraint | Readonly<Record<string, TypeConstraint>>,
): of is Readonly<Record<string, TypeConstraint>> => typeof of === 'object' && !Array.isArray(of);

/** A type in one short piece of text: objects are cut. */
const shortType = (type: TypeConstraint): string => {
  if (typeof type === 'string') return type;
  const [word, of] = type;
  return isMembers(of) ? `${word}{…}` : `${word}(${shortType(of)})`;
};

const timeoutsOf = ({ block_types }: Block, file: string, at: string): Map<string, TimeoutFact> => {
  const timeouts = block_types['timeouts'];
  return new Map(
    Object.keys(timeouts?.block.attributes ?? {}).map((operation) => [
      operation,
      {
        // The provider keeps its default durations to itself.
        minutes: undefined,
        place: {
          file,
          position: null,
          pointer: `${at}${pointer('block_types', 'timeouts', 'block', 'attributes', operation)}`,
          quote: `"timeouts": { "${operation}" }`,
        },
      },
    ]),
  );
};
