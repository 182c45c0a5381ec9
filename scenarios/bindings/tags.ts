import type { Value } from '../scenario.ts';
import type { Api, Arguments } from './binding.ts';
import { plainText, textMapOf } from './argument-values.ts';

interface Tag {
  readonly key: string;
  readonly value: string;
}

/** `tags` as a request takes them; undefined where there are none. */
export const tagsOf = (values: Arguments): Tag[] | undefined => {
  const tags = Object.entries(textMapOf(values['tags'])).map(([key, value]) => ({ key, value }));
  return tags.length === 0 ? undefined : tags;
};

interface AnsweredTag<TagValue> {
  readonly key?: unknown;
  readonly value?: TagValue;
  readonly tagKey?: unknown;
  readonly tagValue?: TagValue;
}

/** Tags of a reply as a map. ECS calls them TagKey and TagValue, VPC Key and Value. */
export const tagMap = <TagValue extends Value = string>(
  tags: readonly AnsweredTag<TagValue>[] | undefined,
): Record<string, TagValue | ''> =>
  Object.fromEntries(
    (tags ?? []).map((tag) => [plainText(tag.tagKey ?? tag.key), tag.tagValue ?? tag.value ?? '']),
  );

/** What to take away and what to add, so that tags become as configured. */
const changeOfTags = (
  before: Readonly<Record<string, string>>,
  wanted: Value,
): { removed: string[]; added: Tag[] } => {
  const after = textMapOf(wanted);
  return {
    removed: Object.keys(before).filter((key) => before[key] !== after[key]),
    added: Object.entries(after)
      .filter(([key, value]) => before[key] !== value)
      .map(([key, value]) => ({ key, value })),
  };
};

/** Makes the tags of an ECS resource as configured: UntagResources, then TagResources. */
export const setEcsTags = async (
  api: Api,
  resourceType: 'image' | 'instance' | 'securitygroup' | 'disk',
  id: string,
  before: Readonly<Record<string, string>>,
  wanted: Value,
): Promise<void> => {
  const { removed, added } = changeOfTags(before, wanted);
  const target = { regionId: api.regionId, resourceType, resourceId: [id] };
  if (removed.length > 0) await api.ecs('UntagResources', { ...target, tagKey: removed });
  if (added.length > 0) await api.ecs('TagResources', { ...target, tag: added });
};

/** The same for VPC, where the action is UnTagResources. */
export const setVpcTags = async (
  api: Api,
  resourceType: 'VPC' | 'VSWITCH',
  id: string,
  before: Readonly<Record<string, string>>,
  wanted: Value,
): Promise<void> => {
  const { removed, added } = changeOfTags(before, wanted);
  const target = { regionId: api.regionId, resourceType, resourceId: [id] };
  if (removed.length > 0) await api.vpc('UnTagResources', { ...target, tagKey: removed });
  if (added.length > 0) await api.vpc('TagResources', { ...target, tag: added });
};
