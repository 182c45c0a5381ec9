/** The emulated actions by family, for people: the table of the README. */
import { actionCoverage } from '../../emulator/coverage.ts';

/** The first whose expression fits the name of an ECS action is its family. */
const families: readonly (readonly [string, RegExp])[] = [
  ['Image components and pipelines', /Image(Component|Pipeline)/],
  ['Images and their sharing', /Image/],
  ['Snapshots, their groups and policies', /Snapshot/],
  ['Disks', /Disk/],
  ['Security groups and prefix lists', /SecurityGroup|PrefixList/],
  ['Network interfaces and addresses', /NetworkInterface|Address|Eip/],
  ['Key pairs', /KeyPair/],
  ['Launch templates', /LaunchTemplate/],
  ['Commands and managed instances', /Command|Invocation|CloudAssistant|Activation|ManagedInstance|SendFile/],
  ['Dedicated hosts', /DedicatedHost/],
  ['Deployment sets and HPC clusters', /DeploymentSet|HpcCluster/],
  [
    'Reservations and savings',
    /CapacityReservation|ElasticityAssurance|ReservedInstance|StorageCapacityUnit|PrivatePool/,
  ],
  ['Tags and resource groups', /Tag|ResourceGroup|ResourceByTags/],
  ['VPCs and VSwitches by their former ECS actions', /Vpc|VSwitch|VRouter|RouteEntry|RouterInterface/],
  ['Auto provisioning groups', /AutoProvisioning/],
  ['Instances', /Instance/],
  ['Regions, zones and what else there is', /./],
];

const apiTitles: Readonly<Record<string, string>> = {
  Vpc: 'VPC: networks, routes, gateways, addresses',
  Sts: 'STS: who calls, temporary keys',
  Location: 'Location: endpoints',
  Ram: "RAM: roles, as far as ECS's examples use them",
  Kms: "KMS: keys, as far as ECS's examples use them",
  ResourceManager: 'Resource Manager: resource groups',
};

/** A line of the table: how many actions of a family are emulated, and how many the SDK knows. */
export interface FamilyCoverage {
  readonly title: string;
  readonly emulated: number;
  readonly known: number;
}

export const familyCoverage = (): FamilyCoverage[] =>
  actionCoverage().flatMap(({ product, implemented, missing }) => {
    if (product !== 'Ecs') {
      const known = implemented.length + missing.length;
      return [{ title: apiTitles[product] ?? product, emulated: implemented.length, known }];
    }
    const familyOf = (action: string): string | undefined =>
      families.find(([, expression]) => expression.test(action))?.[0];
    return families.map(([title]) => {
      const count = (actions: readonly string[]): number =>
        actions.filter((action) => familyOf(action) === title).length;
      return { title, emulated: count(implemented), known: count(implemented) + count(missing) };
    });
  });

const begin = '<!-- What is emulated: written by `npm run generate`. -->\n\n';
const end = '\n<!-- End of what is emulated. -->';

/**
 * The README with the table as the code has it.
 * @throws Error where the marks are missing that the table stands between
 */
export const withFamilies = (readme: string): string => {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) throw new Error('README.md has no place for the table of what is emulated');
  const rows = familyCoverage().map(({ title, emulated, known }) => [title, String(emulated), String(known)]);
  const all = [['what', 'actions emulated', 'known'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  const [header = [], ...lines] = all;
  return readme.slice(0, from) + begin + line(header) + rule + lines.map(line).join('') + readme.slice(to);
};
