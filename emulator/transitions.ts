import type { Transitions } from './context.ts';
import { imageTransitions } from './ecs/image-transitions.ts';
import { instanceTransitions } from './ecs/instance-transitions.ts';
import { clientTokenTransitions } from './idempotency.ts';
import { stsTransitions } from './sts/transitions.ts';
import { vpcTransitions } from './vpc/transitions.ts';

/** Every scheduled change of status, by name. */
export const transitions: Transitions = {
  ...imageTransitions,
  ...instanceTransitions,
  ...vpcTransitions,
  ...stsTransitions,
  ...clientTokenTransitions,
};
