/**
 * PageSpec: what a provider documentation page promises, as plain data. It is the one value that leaves
 * the parser; everything in it keeps the place on the page that it came from. The zod schemas here are
 * the single source of the TypeScript types, of the validation and of schemas/page-spec.json.
 */
import * as z from 'zod';
import { resourceGraphSchema } from './resource-graph.ts';
import { positionSchema } from './position.ts';

/** A version such as "1.68.0", without a leading v or a trailing plus. */
const versionSchema = z.string();

export const findingSchema = z.object({
  /** Rule that found it, kebab-case, e.g. "heading-unknown". */
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  position: positionSchema,
});

const deprecationSchema = z.object({
  since: versionSchema.nullable(),
  /** Text that tells what to use instead, or null. */
  instead: z.string().nullable(),
});

/** What the parenthesis behind an argument's or attribute's name states. */
export const flagsSchema = z.object({
  required: z.boolean(),
  optional: z.boolean(),
  forceNew: z.boolean(),
  computed: z.boolean(),
  sensitive: z.boolean(),
  deprecated: deprecationSchema.nullable(),
  removed: z.object({ since: versionSchema.nullable() }).nullable(),
  availableSince: versionSchema.nullable(),
  modifiableSince: versionSchema.nullable(),
  /** The type word, e.g. "Int", "List", "Set", "Map", "Bool"; null where the page names none. */
  type: z.string().nullable(),
  /** Tokens that no rule knows, as written. */
  unknown: z.array(z.string()),
});

const numberRangeSchema = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  position: positionSchema,
});

/** What the text of an argument states about its values. */
export const constraintsSchema = z.object({
  validValues: z.object({ values: z.array(z.string()), position: positionSchema }).nullable(),
  default: z.object({ value: z.string(), position: positionSchema }).nullable(),
  /** Range of a number. */
  range: numberRangeSchema.nullable(),
  /** Range of a string's length in characters. */
  length: numberRangeSchema.nullable(),
  /** Most entries that a list may have. */
  maxItems: z.object({ value: z.number(), position: positionSchema }).nullable(),
  /** Names of arguments that cannot be set beside this one. */
  conflictsWith: z.object({ arguments: z.array(z.string()), position: positionSchema }).nullable(),
  /** The condition under which the argument is required or takes effect, as written. */
  requiredWhen: z.object({ condition: z.string(), position: positionSchema }).nullable(),
  /** The page says that the value cannot be changed later. */
  immutable: z.object({ position: positionSchema }).nullable(),
  /** Unit of a number, e.g. "GiB", "Mbit/s", "minutes". */
  unit: z.object({ value: z.string(), position: positionSchema }).nullable(),
});

export const argumentSchema = z.object({
  name: z.string(),
  /** Names from the outermost block to this argument, e.g. ["data_disks", "size"]. */
  path: z.array(z.string()).min(1),
  flags: flagsSchema,
  /** Description as plain text, with inline code kept in backticks. */
  text: z.string(),
  constraints: constraintsSchema,
  position: positionSchema,
});

export const attributeSchema = z.object({
  name: z.string(),
  path: z.array(z.string()).min(1),
  text: z.string(),
  /** Format template that the text gives, e.g. "<image_id>:<account_id>", or null. */
  format: z.string().nullable(),
  flags: flagsSchema.nullable(),
  position: positionSchema,
});

export const noteSchema = z.object({
  /** The label as written, without stars and colon: "NOTE", "DEPRECATED", "WARNING". */
  label: z.string(),
  text: z.string(),
  /** Section that holds it: "introduction", "example", "arguments", "attributes", "timeouts", "import", "other". */
  section: z.string(),
  /** Path of the argument whose bullet holds it, or null. */
  argument: z.array(z.string()).nullable(),
  position: positionSchema,
});

export const exampleSchema = z.object({
  /** Heading or first comment that names it, or null. */
  title: z.string().nullable(),
  /** Info string of the fence as written, or null: "terraform", "python". */
  language: z.string().nullable(),
  dialect: z.enum([
    'hcl',
    'cdktf-python',
    'cdktf-typescript',
    'cdktf-go',
    'cdktf-java',
    'cdktf-csharp',
    'unknown',
  ]),
  /** Null where the dialect is unknown. */
  graph: resourceGraphSchema.nullable(),
  /** From the first line of code to the last. */
  position: positionSchema,
});

export const idFormatSchema = z.object({
  /** As written: "<image_id>:<account_id>". */
  template: z.string(),
  /** Names between the angle brackets, in order. */
  parts: z.array(z.string()),
  /** ":" in most; null for an id of one part. */
  separator: z.string().nullable(),
  position: positionSchema,
});

export const timeoutSchema = z.object({
  operation: z.enum(['create', 'read', 'update', 'delete']),
  defaultMinutes: z.number().nullable(),
  text: z.string(),
  position: positionSchema,
});

export const importSchema = z.object({
  /** The command as written, without prompt; for an `import` block, the command that does the same. */
  command: z.string(),
  /** "alicloud_image_share_permission.default". */
  address: z.string(),
  resourceType: z.string(),
  resourceName: z.string(),
  id: z.string(),
  /** The id cut at the separator of the id format (":" where the page gives no format). */
  parts: z.array(z.string()),
  separator: z.string().nullable(),
  position: positionSchema,
});

/** A statement in prose: the page's introduction, sentence by sentence. */
export const statementSchema = z.object({
  text: z.string(),
  position: positionSchema,
});

export const pageSpecSchema = z.object({
  schemaVersion: z.literal(1),
  /** Path as given to the parser. */
  file: z.string(),
  /** "alicloud_image_share_permission". */
  name: z.string(),
  kind: z.enum(['resource', 'data-source']),
  /** Place of the h1. */
  position: positionSchema,
  subcategory: z.string().nullable(),
  pageTitle: z.string().nullable(),
  /** Front matter's description, trimmed. */
  summary: z.string().nullable(),
  /** Introduction under the h1, sentence by sentence, notes left out. */
  description: z.array(statementSchema),
  availableSince: z.object({ version: versionSchema, position: positionSchema }).nullable(),
  deprecated: z
    .object({
      since: versionSchema.nullable(),
      instead: z.string().nullable(),
      position: positionSchema,
    })
    .nullable(),
  notes: z.array(noteSchema),
  examples: z.array(exampleSchema),
  arguments: z.array(argumentSchema),
  attributes: z.array(attributeSchema),
  id: idFormatSchema.nullable(),
  timeouts: z.array(timeoutSchema),
  import: importSchema.nullable(),
  findings: z.array(findingSchema),
});

export type Finding = z.infer<typeof findingSchema>;
export type Flags = z.infer<typeof flagsSchema>;
export type Constraints = z.infer<typeof constraintsSchema>;
export type Argument = z.infer<typeof argumentSchema>;
export type Attribute = z.infer<typeof attributeSchema>;
export type Note = z.infer<typeof noteSchema>;
export type Example = z.infer<typeof exampleSchema>;
export type IdFormat = z.infer<typeof idFormatSchema>;
export type Timeout = z.infer<typeof timeoutSchema>;
export type Import = z.infer<typeof importSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type PageSpec = z.infer<typeof pageSpecSchema>;
