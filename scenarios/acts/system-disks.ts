/** System disks of the acting account's instances. Both acts want the instance stopped, and stop it. */
import { describeSystemDisk, stopInstance } from '../bindings/instance/describe.ts';
import type { Api } from '../bindings/binding.ts';
import { waitFor } from '../bindings/wait.ts';
import type { Act } from './act.ts';
import { parameter } from './parameter.ts';

/** ReplaceSystemDisk with another image. @returns the id of the new disk */
export const replaceTheSystemDisk: Act = {
  name: 'replace the system disk',
  parameters: ['instance', 'image'],
  perform: async ({ api, with: given }) => {
    const instanceId = parameter(given, 'instance');
    await stopInstance(instanceId, api);
    const { diskId = '' } = await api.ecs('ReplaceSystemDisk', {
      instanceId,
      imageId: parameter(given, 'image'),
    });
    await untilInUse(instanceId, diskId, api);
    return diskId;
  },
};

/** ReInitDisk: the system disk as the image has it. @returns the id of the disk */
export const initialiseTheSystemDisk: Act = {
  name: 'initialise the system disk',
  parameters: ['instance'],
  perform: async ({ api, with: given }) => {
    const instanceId = parameter(given, 'instance');
    await stopInstance(instanceId, api);
    const diskId = (await describeSystemDisk(instanceId, api))?.diskId ?? '';
    await api.ecs('ReInitDisk', { diskId });
    await untilInUse(instanceId, diskId, api);
    return diskId;
  },
};

const untilInUse = (instanceId: string, diskId: string, api: Api): Promise<void> =>
  waitFor(
    api,
    `status In_use of the disk ${diskId}`,
    async () => {
      const disk = await describeSystemDisk(instanceId, api);
      return disk?.diskId === diskId ? (disk.status ?? null) : 'another disk';
    },
    'In_use',
  );
