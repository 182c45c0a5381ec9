/**
 * Errors are data (design decision 5): code → the status that it usually has and a message in our own
 * words. Each family of actions has a file. Where the API's page of an action states another status for a
 * code, that one wins (generated/ecs-errors.generated.ts).
 */
import { accountErrors } from './account.ts';
import { commonErrors } from './common.ts';
import { ecsComputeErrors } from './ecs-compute.ts';
import { ecsDeploymentErrors } from './ecs-deployment.ts';
import { ecsImageErrors } from './ecs-image.ts';
import { ecsOperationsErrors } from './ecs-operations.ts';
import { ossErrors } from './oss.ts';
import { vpcAddressErrors } from './vpc-addresses.ts';
import { vpcGatewayErrors } from './vpc-gateways.ts';
import { vpcErrors } from './vpc.ts';

export const errorMessages = {
  ...commonErrors,
  ...accountErrors,
  ...ecsComputeErrors,
  ...ecsDeploymentErrors,
  ...ecsImageErrors,
  ...ecsOperationsErrors,
  ...ossErrors,
  ...vpcErrors,
  ...vpcAddressErrors,
  ...vpcGatewayErrors,
};

export type ErrorCode = keyof typeof errorMessages;
