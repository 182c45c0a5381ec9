/** A type of dedicated host, as DescribeDedicatedHostTypes tells of it. */
export interface DedicatedHostType {
  readonly id: string;
  /** Physical cores. */
  readonly cores: number;
  readonly sockets: number;
  readonly vcpus: number;
  /** GiB. */
  readonly memoryGiB: number;
  /** Families whose instances it takes. */
  readonly families: readonly string[];
  /** Of some types the vCPUs may be given out several times: 1 to 5. */
  readonly canOverCommit: boolean;
}

/**
 * Type, cores, vCPUs, memory in GiB, families. The samples of DescribeDedicatedHosts (ddh.r6) and
 * DescribeDedicatedHostTypes (ddh.c6s) give the figures of these two; the others of a generation have the
 * same processors, with a half or a quarter of the memory, or twice and four times as much. A host takes
 * the families of its generation that need no more memory a vCPU than its own. One with local disks is as large as the
 * largest type of its family.
 */
const lines = `
ddh.c5 48 96 192 ecs.c5
ddh.g5 48 96 384 ecs.c5,ecs.g5
ddh.r5 48 96 768 ecs.c5,ecs.g5,ecs.r5
ddh.c6 52 104 192 ecs.c6
ddh.g6 52 104 384 ecs.c6,ecs.g6
ddh.r6 52 104 768 ecs.c6,ecs.g6,ecs.r6
ddh.c7 64 128 256 ecs.c7
ddh.g7 64 128 512 ecs.c7,ecs.g7
ddh.r7 64 128 1024 ecs.c7,ecs.g7,ecs.r7
ddh.i2 32 64 512 ecs.i2
ddh.c6s 52 520 180 ecs.ddh6s.custom
ddh.g6s 52 520 372 ecs.ddh6s.custom
ddh.r6s 52 520 756 ecs.ddh6s.custom
`;

export const dedicatedHostTypes: readonly DedicatedHostType[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', cores, vcpus, memory, families = ''] = line.split(' ');
    return {
      id,
      cores: Number(cores),
      sockets: 2,
      vcpus: Number(vcpus),
      memoryGiB: Number(memory),
      families: families.split(','),
      canOverCommit: id.endsWith('s'),
    };
  });

const byId = new Map(dedicatedHostTypes.map((type) => [type.id, type]));

export const findDedicatedHostType = (id: string): DedicatedHostType | undefined => byId.get(id);
