/**
 * Families that are newer than the pages that instance-types.generated.ts comes from, with the figures of their sections
 * in the documentation "Overview of instance families" (help.aliyun.com). The columns are those of the generated lines.
 */

/** What the types of one size have in common over the families of a generation. */
interface Size {
  /** After the family: "large", "2xlarge". */
  readonly name: string;
  readonly vcpu: number;
  /** Gbit/s | packets/s | NIC queues | ENIs | addresses per ENI. */
  readonly network: string;
}

const size = (name: string, vcpu: number, network: string): Size => ({ name, vcpu, network });

/** The eighth generation on Intel. */
const eighth: readonly Size[] = [
  size('large', 2, '2.5|1000000|2|3|6'),
  size('xlarge', 4, '4|1200000|4|4|15'),
  size('2xlarge', 8, '6|1600000|8|4|15'),
  size('3xlarge', 12, '10|2400000|8|8|15'),
  size('4xlarge', 16, '12|3000000|8|8|30'),
  size('6xlarge', 24, '15|4500000|12|8|30'),
  size('8xlarge', 32, '20|6000000|16|8|30'),
  size('12xlarge', 48, '25|9000000|24|8|30'),
  size('16xlarge', 64, '32|12000000|32|8|30'),
  size('24xlarge', 96, '50|18000000|48|15|30'),
  size('48xlarge', 192, '100|36000000|64|15|50'),
];

/** The seventh generation with network performance extended. */
const seventhNetwork: readonly Size[] = [
  size('large', 2, '3|450000|2|3|10'),
  size('xlarge', 4, '5|900000|4|4|15'),
  size('2xlarge', 8, '10|1750000|8|6|15'),
  size('4xlarge', 16, '20|3500000|16|8|30'),
  size('8xlarge', 32, '40|8000000|32|8|30'),
  size('16xlarge', 64, '80|16000000|32|8|30'),
  size('32xlarge', 128, '160|30000000|32|16|30'),
];

/** Super computing clusters: whole machines with one size. */
const seventhCluster: readonly Size[] = [size('32xlarge', 128, '50|24000000|31|32|10')];

/** Memory of a size that does not follow from its vCPUs, GiB. */
const memoryOf: Readonly<Record<string, number>> = {
  'ecs.g8i.48xlarge': 1024,
  'ecs.c8i.48xlarge': 512,
};

const family = (name: string, sizes: readonly Size[], memoryPerVcpu: number): readonly string[] =>
  sizes.map(({ name: sizeName, vcpu, network }) => {
    const id = `${name}.${sizeName}`;
    return `${id}|${name}|${vcpu}|${memoryOf[id] ?? vcpu * memoryPerVcpu}|${network}`;
  });

/** The largest types have a second network card; all others have one. */
export const typesWithTwoNetworkCards: ReadonlySet<string> = new Set([
  'ecs.g8i.48xlarge',
  'ecs.c8i.48xlarge',
  'ecs.r8i.48xlarge',
  'ecs.g7nex.32xlarge',
  'ecs.c7nex.32xlarge',
]);

export const newerInstanceTypeLines: readonly string[] = [
  ...family('ecs.g8i', eighth, 4),
  ...family('ecs.c8i', eighth, 2),
  ...family('ecs.r8i', eighth, 8),
  ...family('ecs.g7nex', seventhNetwork, 4),
  ...family('ecs.c7nex', seventhNetwork, 2),
  ...family('ecs.sccg7', seventhCluster, 4),
  ...family('ecs.sccc7', seventhCluster, 2),
];
