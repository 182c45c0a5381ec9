/** Parameters and fields of the API by the names that Terraform has for them. */
import { products } from '../../emulator/wire/products.ts';
import type { Field } from '../../emulator/wire/shape.ts';
import { plainName } from '../../scenarios/bindings/derived/names.ts';

export interface WireField extends Pick<Field, 'scalar' | 'isList' | 'isMap'> {
  readonly action: string;
  /** "SystemDisk.Size" */
  readonly name: string;
  readonly hasMembers: boolean;
}

/** Parameters of requests, by plain name; the first action that has one wins. */
export const parametersOf = (product: string, actions: readonly string[]): Map<string, WireField> => {
  const found = new Map<string, WireField>();
  for (const action of actions) {
    for (const field of flat(action, shapes(product, action).request.fields, '')) {
      const key = plainName(field.name);
      if (!found.has(key)) found.set(key, field);
    }
  }
  return found;
};

/** Fields of one item of a response. */
export const fieldsOf = (product: string, action: string, item: readonly string[]): WireField[] => {
  let { fields } = shapes(product, action).response;
  for (const name of item) {
    fields = fields.find(({ wire }) => wire === name)?.members?.fields ?? [];
  }
  return fields.map((field) => toWireField(action, field, ''));
};

const shapes = (product: string, action: string) => {
  const found = products.find(({ name }) => name === product)?.shapesOf(action);
  if (found === undefined) throw new Error(`the API ${product} has no action ${action}`);
  return found;
};

/** @param prefix what leads to the field, with a dot behind it */
export const toWireField = (
  action: string,
  { wire, scalar, isList, isMap, members }: Field,
  prefix: string,
): WireField => ({
  action,
  name: `${prefix}${wire}`,
  scalar,
  isList,
  isMap,
  hasMembers: members !== null,
});

/** A field and, behind a dot, its members; not deeper, as no argument reaches further down. */
const flat = (action: string, fields: readonly Field[], prefix: string): WireField[] =>
  fields.flatMap((field) => [
    toWireField(action, field, prefix),
    ...(prefix === '' ? flat(action, field.members?.fields ?? [], `${field.wire}.`) : []),
  ]);
