import type fc from 'fast-check';
import { choice } from './choice.ts';
import type { Act } from './choice.ts';
import { ApiCommand } from './command.ts';
import { createImage, deleteImage, share, unshare } from './image-commands.ts';
import { createGroup, deleteGroup, deleteInstance, power, runInstance } from './instance-commands.ts';
import * as storage from './storage-commands.ts';

const acts: Readonly<Record<string, Act>> = {
  runInstance,
  startInstance: power('StartInstance', 'Stopped'),
  stopInstance: power('StopInstance', 'Running'),
  deleteInstance,
  createImage,
  share,
  unshare,
  deleteImage,
  ...storage,
  createGroup,
  deleteGroup,
};

/** Every kind of command, with its choices. */
export const commands: fc.Arbitrary<ApiCommand>[] = Object.entries(acts).map(([name, act]) =>
  choice.map(
    (chosen) =>
      new ApiCommand(`${name}(${JSON.stringify(chosen)})`, (model, world) => act(chosen, model, world)),
  ),
);
