import type { ResourceLine } from '../api/types.ts';
import { toneOf } from '../ui/status.tsx';

/** So many instances of a VSwitch are drawn one by one; more are drawn as one bar by status. */
export const mostSquares = 60;

export interface Square {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly x: number;
  readonly y: number;
  readonly groups: readonly string[];
}

/** Instances of a status, drawn as one bar. */
export interface Bar {
  readonly status: string;
  readonly count: number;
  readonly x: number;
  readonly width: number;
}

export interface SwitchBox {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly squares: readonly Square[];
  readonly bars: readonly Bar[];
  /** Instances by security group. */
  readonly countOf: ReadonlyMap<string, number>;
}

export interface VpcPicture {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly width: number;
  readonly height: number;
  readonly switches: readonly SwitchBox[];
  readonly groups: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

export interface Table {
  readonly columns: readonly string[];
  readonly resources: readonly ResourceLine[];
}

export const squareSize = 14;
const gap = 4;
const perRow = 12;
export const switchWidth = perRow * (squareSize + gap) - gap + 24;
const head = 44;
const margin = 12;

const reader =
  ({ columns }: Table) =>
  (line: ResourceLine, name: string): string =>
    String(line.values[columns.indexOf(name)] ?? '');

const groupsOf = ({ columns }: Table, line: ResourceLine): readonly string[] => {
  const value = line.values[columns.indexOf('securityGroupIds')];
  return Array.isArray(value) ? value : [];
};

/**
 * Where everything of each VPC is drawn.
 * @param width what there is room for
 */
export const layOut = (
  tables: { vpcs: Table; vswitches: Table; instances: Table; securityGroups: Table },
  width: number,
): VpcPicture[] => {
  const read = {
    vpc: reader(tables.vpcs),
    vswitch: reader(tables.vswitches),
    instance: reader(tables.instances),
    group: reader(tables.securityGroups),
  };
  const instances = Map.groupBy(tables.instances.resources, (line) => read.instance(line, 'vswitchId'));
  const switches = Map.groupBy(tables.vswitches.resources, (line) => read.vswitch(line, 'vpcId'));
  const groups = Map.groupBy(tables.securityGroups.resources, (line) => read.group(line, 'vpcId'));
  const members = new Map<string, number>();
  for (const line of tables.instances.resources) {
    for (const id of groupsOf(tables.instances, line)) members.set(id, (members.get(id) ?? 0) + 1);
  }
  const perLine = Math.max(1, Math.floor((width - margin) / (switchWidth + margin)));
  return tables.vpcs.resources.map((vpc) => {
    const placed: SwitchBox[] = [];
    let y = margin;
    const own = [...(switches.get(vpc.id) ?? [])].reverse();
    for (let at = 0; at < own.length; at += perLine) {
      const line = own.slice(at, at + perLine).map((vswitch, column) =>
        boxOf(
          {
            id: vswitch.id,
            name: vswitch.name,
            detail: `${read.vswitch(vswitch, 'cidrBlock')} · ${read.vswitch(vswitch, 'zoneId')}`,
          },
          instances.get(vswitch.id) ?? [],
          tables.instances,
          { x: margin + column * (switchWidth + margin), y },
        ),
      );
      placed.push(...line);
      y += Math.max(...line.map(({ height }) => height)) + margin;
    }
    return {
      id: vpc.id,
      name: vpc.name,
      detail: read.vpc(vpc, 'cidrBlock'),
      width: Math.max(
        switchWidth + 2 * margin,
        margin + Math.min(perLine, Math.max(own.length, 1)) * (switchWidth + margin),
      ),
      height: y,
      switches: placed,
      groups: (groups.get(vpc.id) ?? []).map(({ id, name }) => ({ id, name, count: members.get(id) ?? 0 })),
    };
  });
};

const boxOf = (
  what: Pick<SwitchBox, 'id' | 'name' | 'detail'>,
  lines: readonly ResourceLine[],
  table: Table,
  { x, y }: { x: number; y: number },
): SwitchBox => {
  const read = reader(table);
  const countOf = new Map<string, number>();
  for (const line of lines) {
    for (const id of groupsOf(table, line)) countOf.set(id, (countOf.get(id) ?? 0) + 1);
  }
  const isMany = lines.length > mostSquares;
  const rows = Math.max(1, Math.ceil(lines.length / perRow));
  return {
    ...what,
    x,
    y,
    countOf,
    count: lines.length,
    height: head + (isMany ? squareSize + 22 : rows * (squareSize + gap)) + 8,
    bars: isMany ? barsOf(lines.map((line) => read(line, 'status'))) : [],
    squares: isMany
      ? []
      : lines.map((line, at) => ({
          id: line.id,
          name: line.name,
          status: read(line, 'status'),
          groups: groupsOf(table, line),
          x: 12 + (at % perRow) * (squareSize + gap),
          y: head + Math.floor(at / perRow) * (squareSize + gap),
        })),
  };
};

const barsOf = (statuses: readonly string[]): Bar[] => {
  const room = switchWidth - 24;
  const counts = [...Map.groupBy(statuses, (status) => status)]
    .map(([status, some]) => ({ status, count: some.length }))
    .sort((a, b) => toneOf(a.status).localeCompare(toneOf(b.status)));
  let x = 12;
  return counts.map(({ status, count }) => {
    const width = (room * count) / statuses.length;
    x += width;
    return { status, count, x: x - width, width };
  });
};
