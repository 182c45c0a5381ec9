import type { InstanceType } from '../catalog/instance-types.ts';
import type { ImageSystem } from '../state/rows/image.ts';

/**
 * Whether an image runs on an instance type: the processor must be the image's, and 32-bit systems need
 * less than 4 GiB of memory (limits.json, "Support of instance types for images").
 */
export const supportsInstanceType = (
  { architecture }: Pick<ImageSystem, 'architecture'>,
  type: Pick<InstanceType, 'architecture' | 'memoryGiB'>,
): boolean => {
  if (architecture === 'arm64') return type.architecture === 'ARM';
  if (type.architecture !== 'X86') return false;
  return architecture === 'x86_64' || type.memoryGiB < 4;
};
