/**
 * The bindings by type. Most are derived from a declaration (derived/); a type whose names do not tell enough has
 * a file of its own and a line here.
 */
import type { Binding } from './binding.ts';
import { derivedBinding } from './derived/index.ts';
import { image } from './image.ts';
import { imageSharePermission } from './image_share_permission.ts';
import { images } from './images.ts';
import { instance } from './instance.ts';
import { instanceTypes } from './instance_types.ts';
import { securityGroup } from './security_group.ts';
import { vpc } from './vpc.ts';
import { vswitch } from './vswitch.ts';
import { zones } from './zones.ts';

/** The bindings that are written out, one a type; the others are derived from declarations. */
export const allBindings: readonly Binding[] = [
  vpc,
  vswitch,
  securityGroup,
  instance,
  image,
  imageSharePermission,
  zones,
  instanceTypes,
  images,
];

const keyOf = (kind: Binding['kind'], type: string): string => `${kind} ${type}`;

const byKey = new Map(allBindings.map((binding) => [keyOf(binding.kind, binding.type), binding]));

/** The binding of a resource type or of a data source type; undefined if there is none. */
export const bindingFor = (kind: Binding['kind'], type: string): Binding | undefined =>
  byKey.get(keyOf(kind, type)) ?? derivedBinding(kind, type);

/** "data.alicloud_zones.default" → a data source of type alicloud_zones. */
export const typeAt = (address: string): { kind: Binding['kind']; type: string } => {
  const [first = '', second = ''] = address.split('.');
  return first === 'data' ? { kind: 'data', type: second } : { kind: 'resource', type: first };
};
