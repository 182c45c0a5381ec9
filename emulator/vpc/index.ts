/** Every file of VPC actions. An exported function named as an action is that action. */
export * from './regions.ts';
export * from './resource-groups.ts';
export * from './route-tables.ts';
export * from './tag-resources.ts';
export * from './vpc-cidr-blocks.ts';
export * from './vpc-list.ts';
export * from './vpcs.ts';
export * from './vswitch-list.ts';
export * from './vswitches.ts';
