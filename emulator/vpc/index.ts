/** Every file of VPC actions. An exported function named as an action is that action. */
export {};
