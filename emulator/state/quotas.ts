/**
 * Limits that an account can have raised by ticket, with their documented defaults. Sources: the API's
 * limits page and the action's page.
 */
export const defaultQuotas = {
  /** Accounts that one image can be shared with (ModifyImageSharePermission). */
  imageShareAccounts: 50,
  /** Manual snapshots of one disk. */
  snapshotsPerDisk: 256,
  /** Custom images in a region. */
  imagesPerRegion: 100,
  /** Rules of one security group. */
  rulesPerSecurityGroup: 200,
  /** Security groups in a region. */
  securityGroupsPerRegion: 100,
  /** Security groups of one instance. */
  securityGroupsPerInstance: 5,
  /** Data disks of one instance. */
  dataDisksPerInstance: 16,
  /** Tags of one resource. */
  tagsPerResource: 20,
  /** SSH key pairs in a region. */
  keyPairsPerRegion: 500,
  /** Automatic snapshot policies in a region. */
  snapshotPoliciesPerRegion: 100,
  /** Launch templates in a region. */
  launchTemplatesPerRegion: 30,
  /** Versions of one launch template. */
  versionsPerLaunchTemplate: 30,
  /** Instances of a deployment set in one zone. */
  deploymentSetInstancesPerZone: 7,
  /** Prefix lists in a region. */
  prefixListsPerRegion: 100,
  /** Cloud Assistant commands in a region. */
  commandsPerRegion: 500,
  /** Storage capacity units in a region. */
  storageCapacityUnitsPerRegion: 100,
  /** OSS buckets of an account, over all regions. */
  ossBuckets: 100,
  /** VPCs in a region. */
  vpcsPerRegion: 10,
  /** VSwitches in a VPC. */
  vswitchesPerVpc: 150,
  /** Elastic IP addresses in a region. */
  eipsPerRegion: 20,
  /** Instances in a region; high, so that load tests are not stopped. */
  instancesPerRegion: 100_000,
} as const satisfies Record<string, number>;

export type QuotaName = keyof typeof defaultQuotas;

export type Quotas = Readonly<Partial<Record<QuotaName, number>>>;
