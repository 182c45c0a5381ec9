/** The history as a picture: stacked bars by kind, one a version. Plain SVG, readable alone and inside a page. */
import { driftKinds } from '../kinds.ts';
import type { DriftHistory } from './history.ts';

const size = { bar: 46, gap: 26, height: 260, left: 48, top: 24, bottom: 70, legend: 190 };

/** Hues evenly round the circle, in the order of the kinds, so that a kind has one colour in every report. */
const colorOf = (kind: string): string => {
  const at = Math.max(
    0,
    driftKinds.findIndex((known) => known === kind),
  );
  return `hsl(${Math.round((at * 360) / driftKinds.length)} 55% ${at % 2 === 0 ? 48 : 62}%)`;
};

export const historySvg = (history: DriftHistory): string => {
  const { versions } = history;
  const kinds = driftKinds.filter((kind) => versions.some(({ byKind }) => (byKind[kind] ?? 0) > 0));
  const most = roundAbove(Math.max(...versions.map(({ total }) => total)));
  const plotWidth = versions.length * (size.bar + size.gap) + size.gap;
  const width = size.left + plotWidth + size.legend;
  const height = Math.max(size.top + size.height + size.bottom, size.top + kinds.length * 20 + 20);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="drift-title drift-text" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">`,
    `<title id="drift-title">Drift by version</title>`,
    `<desc id="drift-text">${escapeXml(versions.map(({ name, total }) => `${name}: ${total}`).join(', '))}</desc>`,
    ...grid(most, plotWidth),
    ...versions.flatMap(({ name, total, byKind }, at) =>
      bar({ name, total, byKind, kinds, most, x: size.left + size.gap + at * (size.bar + size.gap) }),
    ),
    ...kinds.flatMap((kind, at) => legend(kind, at, size.left + plotWidth + 20)),
    '</svg>',
  ].join('\n');
};

/** The next even number of two digits at most, so that the scale reads well and the highest bar has room. */
const roundAbove = (most: number): number => {
  const step = 2 * 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most))) - 1);
  return (Math.floor(most / step) + 1) * step;
};

const grid = (most: number, plotWidth: number): string[] =>
  [0, 0.5, 1].map((share) => {
    const y = size.top + size.height * (1 - share);
    return `<line x1="${size.left}" x2="${size.left + plotWidth}" y1="${y}" y2="${y}" stroke="currentColor" opacity="0.25"/><text x="${size.left - 8}" y="${y + 4}" text-anchor="end">${Math.round(most * share)}</text>`;
  });

interface Bar {
  readonly name: string;
  readonly total: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly kinds: readonly string[];
  readonly most: number;
  readonly x: number;
}

const bar = ({ name, total, byKind, kinds, most, x }: Bar): string[] => {
  const base = size.top + size.height;
  let y = base;
  const pieces = kinds.flatMap((kind) => {
    const count = byKind[kind] ?? 0;
    if (count === 0) return [];
    const pieceHeight = (count / most) * size.height;
    y -= pieceHeight;
    return [
      `<rect x="${x}" y="${y.toFixed(1)}" width="${size.bar}" height="${pieceHeight.toFixed(1)}" fill="${colorOf(kind)}"><title>${escapeXml(`${name}: ${count} ${kind}`)}</title></rect>`,
    ];
  });
  const middle = x + size.bar / 2;
  return [
    ...pieces,
    `<text x="${middle}" y="${(y - 6).toFixed(1)}" text-anchor="middle" stroke="Canvas" stroke-width="4" paint-order="stroke">${total}</text>`,
    `<text x="${middle}" y="${base + 16}" text-anchor="end" transform="rotate(-35 ${middle} ${base + 16})">${escapeXml(name)}</text>`,
  ];
};

const legend = (kind: string, at: number, x: number): string[] => {
  const y = size.top + at * 20;
  return [
    `<rect x="${x}" y="${y}" width="12" height="12" fill="${colorOf(kind)}"/>`,
    `<text x="${x + 18}" y="${y + 10}">${escapeXml(kind)}</text>`,
  ];
};

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
