import pc from 'picocolors';
import type { DriftHistory, DriftLife } from './history.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** A bar for each version, then a row for each drift: where it is, when it came and when it went. */
export const formatHistoryTerminal = (history: DriftHistory, hasColors: boolean): string => {
  const colors = pc.createColors(hasColors);
  return `${[...plot(history, colors), '', ...table(history, colors), '', sum(history)].join('\n')}\n`;
};

const widestBar = 50;

const plot = ({ versions }: DriftHistory, colors: Colors): string[] => {
  const most = Math.max(1, ...versions.map(({ total }) => total));
  const width = Math.max(...versions.map(({ name }) => name.length));
  return versions.map(({ name, total, pages }) => {
    const bar = '█'.repeat(Math.round((total / most) * widestBar)) || (total > 0 ? '▏' : '');
    return `${name.padEnd(width)}  ${colors.cyan(bar)} ${total} on ${pages} ${pages === 1 ? 'page' : 'pages'}`;
  });
};

const table = (history: DriftHistory, colors: Colors): string[] => {
  const { drifts } = history;
  if (drifts.length === 0) return ['No drift in any version.'];
  const subject = ({ type, path }: DriftLife): string => (path === null ? type : `${type} ${path}`);
  const widths = {
    subject: Math.max(...drifts.map((drift) => subject(drift).length)),
    kind: Math.max(...drifts.map(({ kind }) => kind.length)),
  };
  return drifts.map((drift) =>
    [
      drift.present.map((is) => (is ? colors.red('●') : colors.dim('·'))).join(''),
      drift.kind.padEnd(widths.kind),
      subject(drift).padEnd(widths.subject),
      lifeWords(drift),
    ].join('  '),
  );
};

/** "since 1.1, gone in 1.3" */
export const lifeWords = ({ came, went }: DriftLife): string =>
  went === null ? `since ${came}` : `since ${came}, gone in ${went}`;

const sum = ({ drifts, versions }: DriftHistory): string => {
  const open = drifts.filter(({ went }) => went === null).length;
  return `${drifts.length} drifts over ${versions.length} versions: ${open} still there, ${drifts.length - open} gone`;
};
