/** The actions of Resource Manager. An exported function named as an action is that action. */
export {
  createResourceGroup,
  deleteResourceGroup,
  getResourceGroup,
  listResourceGroups,
  updateResourceGroup,
} from './resource-groups.ts';
export { listTagResources, tagResources, unTagResources, untagResources } from './group-tags.ts';
