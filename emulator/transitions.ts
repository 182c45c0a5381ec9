import type { Transitions } from './context.ts';
import { autoProvisioningGroupTransitions } from './ecs/auto-provisioning-group-transitions.ts';
import { dedicatedHostTransitions } from './ecs/dedicated-host-transitions.ts';
import { imagePipelineTransitions } from './ecs/image-pipeline-runs.ts';
import { imageTaskTransitions } from './ecs/image-task-runs.ts';
import { imageTransitions } from './ecs/image-transitions.ts';
import { instanceTransitions } from './ecs/instance-transitions.ts';
import { invocationTransitions } from './ecs/invocation-runs.ts';
import { reservationTransitions } from './ecs/reservation-transitions.ts';
import { snapshotPolicyTransitions } from './ecs/snapshot-policy-runs.ts';
import { clientTokenTransitions } from './idempotency.ts';
import { kmsTransitions } from './kms/key-changes.ts';
import { resourceGroupTransitions } from './resource-manager/resource-groups.ts';
import { stsTransitions } from './sts/transitions.ts';
import { vpcTransitions } from './vpc/transitions.ts';

/** Every scheduled change of status, by name. */
export const transitions: Transitions = {
  ...autoProvisioningGroupTransitions,
  ...imageTransitions,
  ...imageTaskTransitions,
  ...imagePipelineTransitions,
  ...dedicatedHostTransitions,
  ...instanceTransitions,
  ...invocationTransitions,
  ...reservationTransitions,
  ...snapshotPolicyTransitions,
  ...vpcTransitions,
  ...stsTransitions,
  ...kmsTransitions,
  ...resourceGroupTransitions,
  ...clientTokenTransitions,
};
