/** The derived bindings: each made when it is first asked for. */
import { account } from '../account.ts';
import type { Binding } from '../binding.ts';
import { keyPairAttachment, ramRoleAttachment } from '../instance-attachments.ts';
import { imageExport } from '../image_export.ts';
import { instanceSet } from '../instance_set.ts';
import { ossBucket } from '../oss_bucket.ts';
import { ossBucketObject } from '../oss_bucket_object.ts';
import { securityGroupRule } from '../security_group_rule.ts';
import { securityGroupRules } from '../security_group_rules.ts';
import { dataBinding } from './data.ts';
import type { DataDeclaration, ResourceDeclaration } from './declaration.ts';
import { access } from './declarations/access.ts';
import { compute } from './declarations/compute.ts';
import { dataSources } from './declarations/data-sources.ts';
import { images } from './declarations/images.ts';
import { network } from './declarations/network.ts';
import { storage } from './declarations/storage.ts';
import { resourceBinding } from './resource.ts';

const resources = [...storage, ...compute, ...images, ...network, ...access];

const byType = <Declaration extends ResourceDeclaration | DataDeclaration>(
  declarations: readonly Declaration[],
): ReadonlyMap<string, Declaration> =>
  new Map(
    declarations.flatMap((one) => [one.type, ...(one.aliases ?? [])].map((type) => [type, one] as const)),
  );

const declared = { resource: byType(resources), data: byType(dataSources) };

/** Types that need a file of their own but take the provider's facts from the generated table. */
const written: Readonly<Record<Binding['kind'], Readonly<Record<string, () => Binding>>>> = {
  resource: {
    alicloud_security_group_rule: securityGroupRule,
    alicloud_ram_role_attachment: ramRoleAttachment,
    alicloud_ecs_instance_set: instanceSet,
    alicloud_image_export: imageExport,
    alicloud_oss_bucket: ossBucket,
    alicloud_oss_bucket_object: ossBucketObject,
    alicloud_ecs_key_pair_attachment: () => keyPairAttachment('alicloud_ecs_key_pair_attachment'),
    alicloud_key_pair_attachment: () => keyPairAttachment('alicloud_key_pair_attachment'),
  },
  data: { alicloud_account: account, alicloud_security_group_rules: securityGroupRules },
};

/** Types that take the provider's facts from the generated table. */
export const derivedTypes = (kind: Binding['kind']): string[] => [
  ...declared[kind].keys(),
  ...Object.keys(written[kind]),
];

/** How a resource type is declared; undefined if it has no declaration. */
export const resourceDeclaration = (type: string): ResourceDeclaration | undefined =>
  declared.resource.get(type);

/** How a data source type is declared; undefined if it has no declaration. */
export const dataDeclaration = (type: string): DataDeclaration | undefined => declared.data.get(type);

const made = new Map<string, Binding>();

/** The derived binding of a type; undefined if it is not declared. */
export const derivedBinding = (kind: Binding['kind'], type: string): Binding | undefined => {
  const key = `${kind} ${type}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const binding = make(kind, type);
  if (binding !== undefined) made.set(key, binding);
  return binding;
};

const make = (kind: Binding['kind'], type: string): Binding | undefined => {
  const own = written[kind][type];
  if (own !== undefined) return own();
  if (kind === 'resource') {
    const declaration = declared.resource.get(type);
    return declaration && resourceBinding(declaration, type);
  }
  const declaration = declared.data.get(type);
  return declaration && dataBinding(declaration, type);
};
