/**
 * The shape of a request or a response: its members with wire names, SDK property names and types.
 *
 * Shapes are written in a compact notation, one line an action, in generated/*.generated.ts:
 *
 *   ImageId! RegionId! AddAccount[] DryRun:bool Tag[]{Key Value} SystemDisk{Size:int} KMSKeyId=KMSKeyId
 *
 *   `!` required · `:int|long|float|bool|any` type (string without) · `[]` list · `<>` map of strings
 *   `{…}` members · `&{…}` members that a reply has once more under dotted names ("SystemDisk.Size")
 *   `=name` the SDK's property name where it is not the wire name with a small first letter
 *   `@` the four parameters that tell whose a call is; most actions have them
 *
 * A line is read when its action is first called, so that start-up costs nothing.
 */

export type ScalarType = 'string' | 'int' | 'long' | 'float' | 'bool' | 'any';

export interface Field {
  /** Name on the wire, e.g. "ImageId". */
  readonly wire: string;
  /** Name in the SDK's models, e.g. "imageId". */
  readonly property: string;
  /** Scalar type of the value or of the list's items; ignored where `members` is set. */
  readonly scalar: ScalarType;
  /** Members of the object or of the list's items; null for scalars. */
  readonly members: Shape | null;
  readonly isList: boolean;
  readonly isMap: boolean;
  /** ECS writes the members beside as "SystemDisk.Size"; the SDK's models know the nested form only. */
  readonly isDotted: boolean;
  readonly isRequired: boolean;
}

export interface Shape {
  readonly fields: readonly Field[];
  readonly byWireName: ReadonlyMap<string, Field>;
  /** Fields that are required, or have required members. */
  readonly demanding: readonly Field[];
}

const scalarTypes: ReadonlySet<string> = new Set(['string', 'int', 'long', 'float', 'bool', 'any']);

const isScalarType = (word: string): word is ScalarType => scalarTypes.has(word);

/** The SDK's property name for a wire name that needs no `=name`: "ImageId" → "imageId". */
export const propertyNameOf = (wireName: string): string =>
  wireName.charAt(0).toLowerCase() + wireName.slice(1);

const tokenPattern = /([A-Za-z0-9_.-]+)(!)?(?::([a-z]+))?(?:=([A-Za-z0-9_]+))?(\[\]|<>|&)?(\{)?|(\})|(@)/g;

/** What `@` stands for. */
const ownerParameters = 'OwnerAccount OwnerId:long ResourceOwnerAccount ResourceOwnerId:long';

/**
 * Reads the notation.
 * @param notation one line of a generated table
 * @throws Error where the line is not in the notation (a fault of the generator, never of a caller)
 */
export const readShape = (notation: string): Shape => {
  const stack: Field[][] = [[]];
  const opened: ((members: Shape) => void)[] = [];
  for (const match of notation.matchAll(tokenPattern)) {
    const fields = stack.at(-1);
    if (fields === undefined) throw new Error(`unbalanced shape: ${notation}`);
    const [, wire, required, type = 'string', property, suffix, brace, closing, owners] = match;
    if (owners !== undefined) {
      fields.push(...readShape(ownerParameters).fields);
      continue;
    }
    if (closing !== undefined) {
      stack.pop();
      opened.pop()?.(shapeOf(fields));
      continue;
    }
    if (wire === undefined || !isScalarType(type)) throw new Error(`unreadable shape: ${notation}`);
    const field = {
      wire,
      property: property ?? propertyNameOf(wire),
      scalar: type,
      members: null,
      isList: suffix === '[]',
      isMap: suffix === '<>',
      isDotted: suffix === '&',
      isRequired: required !== undefined,
    };
    if (brace === undefined) {
      fields.push(field);
    } else {
      stack.push([]);
      opened.push((members) => fields.push({ ...field, members }));
    }
  }
  const [fields] = stack;
  if (stack.length !== 1 || fields === undefined) throw new Error(`unbalanced shape: ${notation}`);
  return shapeOf(fields);
};

/** A shape of these members. */
export const shapeOf = (fields: readonly Field[]): Shape => ({
  fields,
  byWireName: new Map(fields.map((field) => [field.wire, field])),
  demanding: fields.filter(({ isRequired, members }) => isRequired || (members?.demanding.length ?? 0) > 0),
});

/** Writes fields in the notation; the generator's half of {@link readShape}. */
export const writeShape = (fields: readonly Field[]): string => {
  const owners = new Set(ownerParameters.split(' '));
  const written = fields.map(writeField);
  const others = written.filter((field) => !owners.has(field));
  return (written.length - others.length === owners.size ? [...others, '@'] : written).join(' ');
};

const writeField = (field: Field): string =>
  [
    field.wire,
    field.isRequired ? '!' : '',
    field.members === null && field.scalar !== 'string' ? `:${field.scalar}` : '',
    field.property === propertyNameOf(field.wire) ? '' : `=${field.property}`,
    field.isList ? '[]' : field.isMap ? '<>' : field.isDotted ? '&' : '',
    field.members === null ? '' : `{${writeShape(field.members.fields)}}`,
  ].join('');
