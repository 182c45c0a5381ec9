/** Names that Terraform and the API have for one thing. */
import type { Field, Shape } from '../../../emulator/wire/shape.ts';

/** "vswitch_id", "VSwitchId" and "vSwitchId" are one name: so are "system_disk_size" and "SystemDisk.Size". */
export const plainName = (name: string): string => name.replace(/[._]/g, '').toLowerCase();

/** "SecurityGroupIds" → "securitygroupid", "Policies" → "policy": a list is often named by one of its items. */
export const singular = (plain: string): string =>
  plain.endsWith('ies') ? `${plain.slice(0, -3)}y` : plain.endsWith('s') ? plain.slice(0, -1) : plain;

/** A field of a shape, and the fields that lead to it. */
export type FieldPath = readonly Field[];

/**
 * The field that a name means: by its wire path ("SystemDisk.DiskName"), else by the same name, else by the
 * name of one item. A member is found by the names together, as in "system_disk_size".
 */
export const findField = (shape: Shape, name: string): FieldPath | undefined =>
  byPath(shape, name.split('.')) ?? byName(shape, plainName(name));

const byPath = (shape: Shape, [first = '', ...rest]: readonly string[]): FieldPath | undefined => {
  const field = shape.byWireName.get(first);
  if (field === undefined) return undefined;
  if (rest.length === 0) return [field];
  const members = field.members && byPath(field.members, rest);
  return members ? [field, ...members] : undefined;
};

const byName = ({ fields }: Shape, plain: string): FieldPath | undefined => {
  const same = fields.find(({ wire }) => plainName(wire) === plain);
  if (same !== undefined) return [same];
  const alike = fields.find(({ wire }) => singular(plainName(wire)) === singular(plain));
  if (alike !== undefined) return [alike];
  for (const field of fields) {
    const prefix = plainName(field.wire);
    if (field.isList || field.members === null || !plain.startsWith(prefix)) continue;
    const member = byName(field.members, plain.slice(prefix.length));
    if (member !== undefined) return [field, ...member];
  }
  return undefined;
};

/** The one field that a name is an end or a beginning of: "name" of DiskName, "primary_ip" of PrimaryIpAddress. */
export const looseField = ({ fields }: Shape, name: string): Field | undefined => {
  const plain = plainName(name);
  const [only, second] = fields.filter(({ wire }) => {
    const other = plainName(wire);
    return plain.length >= 4 && (other.endsWith(plain) || other.startsWith(plain));
  });
  return second === undefined ? only : undefined;
};

/** `Disks: { Disk: […] }`: the list that an object is only there to hold. */
export const heldList = ({ members, isList }: Field): Field | undefined => {
  const [only, second] = members?.fields ?? [];
  return !isList && second === undefined && only?.isList === true ? only : undefined;
};
