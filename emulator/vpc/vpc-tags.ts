import type { Tags } from '../ecs/tags.ts';

/** Tags as VPC's Describe replies list them: Key and Value, where ECS says TagKey and TagValue. */
export const toVpcTagList = (tags: Tags): { key: string; value: string }[] =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));
