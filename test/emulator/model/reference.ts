/**
 * The reference model: what must be true of images, shares, instances, disks, snapshots and security groups,
 * written from the API's pages and apart from the emulator. It knows no ids of its own; the emulator's are
 * entered as they are answered.
 */
export type Actor = 'ada' | 'ben' | 'cleo';

export const actors: readonly Actor[] = ['ada', 'ben', 'cleo'];

export interface ModelImage {
  readonly id: string;
  readonly owner: Actor;
  /** One of each disk that the instance had. */
  readonly snapshotIds: readonly string[];
  readonly shares: Set<Actor>;
}

export interface ModelInstance {
  readonly id: string;
  readonly owner: Actor;
  status: 'Running' | 'Stopped';
  imageId: string;
  systemDiskId: string;
  readonly groups: Set<string>;
}

export interface ModelDisk {
  readonly id: string;
  readonly owner: Actor;
  readonly type: 'system' | 'data';
  instanceId: string | null;
  /** Whether it is released with its instance: made with it, not attached later. */
  readonly goesWithInstance: boolean;
  /** Whether it was ever in use: the API takes no snapshot of a disk that nobody wrote on. */
  used: boolean;
}

export interface ModelSnapshot {
  readonly id: string;
  readonly owner: Actor;
}

export interface ModelGroup {
  readonly id: string;
  readonly owner: Actor;
}

export interface Limits {
  readonly shares: number;
  readonly images: number;
}

export class Reference {
  readonly images = new Map<string, ModelImage>();
  readonly instances = new Map<string, ModelInstance>();
  readonly disks = new Map<string, ModelDisk>();
  readonly snapshots = new Map<string, ModelSnapshot>();
  readonly groups = new Map<string, ModelGroup>();
  /** Ids that were taken away: nothing may answer with them any more. */
  readonly deleted = new Set<string>();
  readonly publicImageId: string;
  readonly limits: Limits;

  constructor(publicImageId: string, limits: Limits) {
    this.publicImageId = publicImageId;
    this.limits = limits;
  }

  /** Public images, one's own, and those that are shared with one (DescribeImages). */
  sees(actor: Actor, imageId: string): boolean {
    if (imageId === this.publicImageId) return true;
    const image = this.images.get(imageId);
    return image !== undefined && (image.owner === actor || image.shares.has(actor));
  }

  instancesOf(imageId: string): ModelInstance[] {
    return [...this.instances.values()].filter((instance) => instance.imageId === imageId);
  }

  disksOf(instanceId: string): ModelDisk[] {
    return [...this.disks.values()].filter((disk) => disk.instanceId === instanceId);
  }

  imagesOf(actor: Actor): ModelImage[] {
    return [...this.images.values()].filter(({ owner }) => owner === actor);
  }

  imageOfSnapshot(snapshotId: string): ModelImage | undefined {
    return [...this.images.values()].find((image) => image.snapshotIds.includes(snapshotId));
  }

  forget(table: Map<string, unknown>, id: string): void {
    table.delete(id);
    this.deleted.add(id);
  }
}
