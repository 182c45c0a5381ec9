import { createRequire } from 'node:module';
import * as z from 'zod';
import { shapeOf } from '../shape.ts';
import type { Field, ScalarType, Shape } from '../shape.ts';

const require = createRequire(import.meta.url);

/** What the generator uses of an SDK model class: its static tables of wire names and types. */
export interface ModelClass {
  names(): Record<string, string>;
  types(): Record<string, unknown>;
}

const isModelClass = (value: unknown): value is ModelClass =>
  typeof value === 'function' && 'names' in value && 'types' in value;

/** All model classes of an SDK package by class name. */
export const loadModels = (packageName: string): Map<string, ModelClass> => {
  const exported: unknown = require(packageName);
  if (typeof exported !== 'object' || exported === null) throw new Error(`${packageName} exports nothing`);
  return new Map(
    Object.entries(exported).flatMap(([name, value]) =>
      isModelClass(value) ? [[name, value] as const] : [],
    ),
  );
};

const parameterSchema = z.object({
  name: z.string(),
  type: z.string(),
  required: z.boolean().optional(),
  get sub() {
    return z.array(parameterSchema).optional();
  },
});

/** shared/api/*-actions.json: what the API's metadata says of each action. */
export const actionsSchema = z.record(z.string(), z.object({ params: z.array(parameterSchema) }));

/** shared/api/ecs-response-fields.json: what the API reference says of the members of each reply. */
export const responseFieldsSchema = z.record(
  z.string(),
  // Names that begin with "_" hold lists of oddities.
  z.union([
    z.object({ fields: z.array(z.object({ path: z.string(), type: z.string().optional() })) }),
    z.array(z.unknown()).transform(() => ({ fields: [] })),
  ]),
);

export type ResponseFields = z.infer<typeof responseFieldsSchema>;

export type Parameter = z.infer<typeof parameterSchema>;

const scalarOf = (sdkType: unknown, parameter: Parameter | undefined): ScalarType => {
  if (sdkType === 'boolean') return 'bool';
  if (sdkType === 'any') return 'any';
  if (sdkType !== 'number') return 'string';
  switch (parameter?.type) {
    case 'Integer':
      return 'int';
    case 'Float':
    case 'Double':
      return 'float';
    case undefined:
    default:
      return 'long';
  }
};

const composite = z.object({ type: z.string(), itemType: z.unknown().optional() });

/**
 * The shape of an SDK model, joined with the API's metadata for number types and required parameters.
 * @param isRequest whether `required` counts
 */
export const shapeOfModel = (
  model: ModelClass,
  parameters: readonly Parameter[],
  isRequest: boolean,
): Shape => {
  const types = model.types();
  const fields = Object.entries(model.names()).map(([property, wire]): Field => {
    const parameter = parameters.find((candidate) => candidate.name === wire);
    const type = types[property];
    const outer = composite.safeParse(type);
    const isList = !isModelClass(type) && outer.success && outer.data.type === 'array';
    const isMap = !isModelClass(type) && outer.success && outer.data.type === 'map';
    const item = isList ? outer.data.itemType : type;
    return {
      wire,
      property,
      scalar: isModelClass(item) || isMap ? 'string' : scalarOf(item, parameter),
      members: isModelClass(item) ? shapeOfModel(item, dotted(wire, parameter, parameters), isRequest) : null,
      isList,
      isMap,
      isDotted: !isRequest && wire === 'SystemDisk' && isModelClass(item),
      // A list cannot be marked missing by its bare name alone, so only scalars and lists of them count.
      // The value of a tag may be empty, and clients leave empty values out (TagResources.md, Tag.N.Value).
      isRequired: isRequest && parameter?.required === true && !(wire === 'Value' && isTag(model)),
    };
  });
  return shapeOf(fields);
};

const isTag = (model: ModelClass): boolean => Object.values(model.names()).join() === 'Key,Value';

/** Members of a structured parameter: under `sub`, or as dotted names beside it ("SystemDisk.Category"). */
const dotted = (wire: string, parameter: Parameter | undefined, all: readonly Parameter[]): Parameter[] => [
  ...(parameter?.sub ?? []),
  ...all
    .filter((candidate) => candidate.name.startsWith(`${wire}.`))
    .map((candidate) => ({ ...candidate, name: candidate.name.slice(wire.length + 1) })),
];
