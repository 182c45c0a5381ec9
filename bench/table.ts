import { alignColumns } from '../cli/columns.ts';
import type { Figure, Measured } from './measure.ts';

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Figures with the ratio to each peer, then the targets. */
export const printTable = ({ figures, targets }: Measured): void => {
  const rows = figures.map((figure) => [
    figure.name,
    `${rounded(figure.ours)} ${figure.unit}`,
    ...callColumns(figure),
    Object.entries(figure.peers)
      .map(([peer, value]) => `${rounded(figure.ours / value)} × ${peer} (${rounded(value)})`)
      .join('; '),
  ]);
  const figureHeader = ['what', 'alimock', 'p50', 'p99', 'CPU a call (bare)', 'beside its peers'];
  const targetRows = targets.map(({ met, what, wanted, measured }) => [
    met ? 'ok' : 'MISSED',
    what,
    measured,
    wanted,
  ]);
  const lines = [
    ...alignColumns([figureHeader, ...rows]),
    '',
    ...alignColumns([['', 'target', 'measured', 'wanted'], ...targetRows]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};

const callColumns = ({ calls }: Figure): string[] =>
  calls === undefined
    ? ['', '', '']
    : [
        `${calls.p50.toFixed(2)} ms`,
        `${calls.p99.toFixed(2)} ms`,
        Number.isNaN(calls.cpuMicroseconds)
          ? ''
          : `${calls.cpuMicroseconds.toFixed(0)} µs (${calls.bareCpuMicroseconds.toFixed(0)})`,
      ];
