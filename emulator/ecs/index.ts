/** Every file of ECS actions. An exported function named as an action is that action. */
export {};
