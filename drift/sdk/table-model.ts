/** The API model of a type whose binding is written out: from the table in resource-actions.ts. */
import { plainName } from '../../scenarios/bindings/derived/names.ts';
import type { Surface } from '../surface.ts';
import type { ApiModel } from './api-model.ts';
import type { ResourceActions } from './resource-actions.ts';
import { fieldsOf, parametersOf } from './wire-fields.ts';
import type { WireField } from './wire-fields.ts';

export const tableModel = (actions: ResourceActions): ApiModel => {
  const { product, write, read, translated } = actions;
  const parameters = parametersOf(product, write);
  return {
    write,
    read: read?.action ?? null,
    parametersOf: (path) => {
      const [name = ''] = path;
      // What is in blocks the table does not tell.
      if (path.length > 1 || Object.hasOwn(actions.clientSide, name)) return null;
      const wire = Object.hasOwn(actions.parameters, name) ? (actions.parameters[name] ?? name) : name;
      const found = parameters.get(plainName(wire));
      return found === undefined ? [] : [found];
    },
    isTranslated: ([name = '']) => translated.includes(name),
    unreadFields: (surface) => (read === null ? [] : unread(surface, actions, read)),
  };
};

/** Names that attributes have for a response's fields: their own, those of their members, and the table's. */
const unread = (
  surface: Surface,
  { product, fields }: ResourceActions,
  { action, item }: NonNullable<ResourceActions['read']>,
): WireField[] => {
  const named = new Set(
    [...surface.entries.values()].flatMap(({ path }) => {
      const name = path.at(-1) ?? '';
      const others = Object.hasOwn(fields, name) ? [fields[name] ?? []].flat() : [];
      return [name, ...others].map(plainName);
    }),
  );
  return fieldsOf(product, action, item).filter(({ name }) => !isNamed(plainName(name), named));
};

/** A list and its one: "Tags" is `tags`, "AvailableDiskCategories" is `available_disk_categories`. */
const isNamed = (field: string, named: ReadonlySet<string>): boolean =>
  named.has(field) || named.has(field.replace(/s$/, '')) || named.has(`${field}s`);
