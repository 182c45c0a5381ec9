/** The acts by name. Adding an act means adding it to a file here and to this list. */
import type { Act } from './act.ts';
import { deleteTheImage, findTheImage, releaseTheShare, shareTheImage } from './images.ts';
import { describeTheInstance, runAnInstance } from './instances.ts';
import { initialiseTheSystemDisk, replaceTheSystemDisk } from './system-disks.ts';

const acts: readonly Act[] = [
  shareTheImage,
  releaseTheShare,
  deleteTheImage,
  findTheImage,
  runAnInstance,
  describeTheInstance,
  replaceTheSystemDisk,
  initialiseTheSystemDisk,
];

const byName = new Map(acts.map((act) => [act.name, act]));

/** The act of this name; undefined if there is none. */
export const actNamed = (name: string): Act | undefined => byName.get(name);

export const actNames = (): string[] => [...byName.keys()];
