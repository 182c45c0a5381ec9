/** Types that names tell: of the resource that an argument takes the id of, and of what a data source lists. */

/** What the provider calls otherwise than the argument says. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  key_pair_name: ['key_pair'],
  key_name: ['key_pair'],
  ram_role_name: ['ram_role'],
  role_name: ['ram_role'],
  security_groups: ['security_group'],
};

/**
 * Types that the argument may take an id of, the likeliest first: "source_security_group_id" →
 * "alicloud_source_security_group", …, "alicloud_security_group", …
 */
export const targetTypes = (argument: string, provider: string): string[] => {
  const noun = /^(.+)_ids?$/.exec(argument)?.[1];
  const words = noun?.split('_') ?? [];
  const nouns = otherNames[argument] ?? words.map((_, at) => words.slice(at).join('_'));
  return nouns.flatMap((one) => [`${provider}_ecs_${one}`, `${provider}_${one}`]);
};

/** "alicloud_ecs_snapshot_policies" → "alicloud_ecs_snapshot_policy", then "alicloud_ecs_snapshot_policie". */
export const singularsOf = (plural: string): string[] => [
  ...(plural.endsWith('ies') ? [`${plural.slice(0, -3)}y`] : []),
  ...(plural.endsWith('s') ? [plural.slice(0, -1)] : []),
];

/** "alicloud_snapshot" → "alicloud_ecs_snapshot": the name of today, where the provider renamed a type. */
export const newerTypeOf = (type: string): string => type.replace(/^([a-z]+)_(?!ecs_)/, '$1_ecs_');
