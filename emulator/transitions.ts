import type { Transitions } from './context.ts';
import { imageTransitions } from './ecs/image-transitions.ts';
import { instanceTransitions } from './ecs/instance-transitions.ts';
import { snapshotPolicyTransitions } from './ecs/snapshot-policy-runs.ts';
import { clientTokenTransitions } from './idempotency.ts';
import { kmsTransitions } from './kms/key-changes.ts';
import { resourceGroupTransitions } from './resource-manager/resource-groups.ts';
import { stsTransitions } from './sts/transitions.ts';
import { vpcTransitions } from './vpc/transitions.ts';

/** Every scheduled change of status, by name. */
export const transitions: Transitions = {
  ...imageTransitions,
  ...instanceTransitions,
  ...snapshotPolicyTransitions,
  ...vpcTransitions,
  ...stsTransitions,
  ...kmsTransitions,
  ...resourceGroupTransitions,
  ...clientTokenTransitions,
};
