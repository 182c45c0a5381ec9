import type { ReportedFinding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import { severities } from '../../rule.ts';
import type { Severity } from '../../rule.ts';
import { escapeHtml } from './escape.ts';

/** A bar: how many findings of each severity a kind or a page has. */
interface Bar {
  readonly name: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

const barsOf = (findings: readonly ReportedFinding[], nameOf: (finding: ReportedFinding) => string): Bar[] =>
  [...groupBy(findings, nameOf)]
    .map(([name, group]) => ({ name, counts: countsOf(group) }))
    .toSorted((a, b) => totalOf(b) - totalOf(a));

const countsOf = (findings: readonly ReportedFinding[]): Bar['counts'] => {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
};

const totalOf = ({ counts }: Bar): number => severities.reduce((sum, severity) => sum + counts[severity], 0);

/** Beyond that a picture is no picture; the filter lists every page. */
const mostBars = 20;

const [width, labelWidth, countWidth, height, gap] = [640, 250, 50, 16, 6];

/** Findings by kind, and by page: two pictures, each with the same figures as a table. */
export const chartsOf = (findings: readonly ReportedFinding[]): string =>
  [
    chart(
      'Findings by kind',
      'kind',
      barsOf(findings, ({ kind }) => kind),
    ),
    chart(
      'Findings by page',
      'page',
      barsOf(findings, ({ place }) => place.file),
    ),
  ].join('\n');

const chart = (title: string, noun: string, all: readonly Bar[]): string => {
  const bars = all.slice(0, mostBars);
  const left = all.slice(mostBars);
  const most = Math.max(1, ...bars.map(totalOf));
  const rows = bars.map((bar, at) => row(bar, at * (height + gap), most));
  const more =
    left.length === 0
      ? ''
      : `<p>${left.length} more ${noun}s have ${left.reduce((sum, bar) => sum + totalOf(bar), 0)} findings.</p>`;
  const summary = bars.slice(0, 5).map((bar) => `${bar.name}: ${totalOf(bar)}`);
  return `<figure>
<figcaption>${title}</figcaption>
<svg viewBox="0 0 ${width} ${Math.max(1, bars.length) * (height + gap)}" role="img" aria-label="${escapeHtml(`${title}. ${summary.join(', ')}`)}">
${rows.join('\n')}
</svg>
${more}
<details><summary>${title} as a table</summary>
<table><thead><tr><th scope="col">${noun}</th>${severities.map((severity) => `<th scope="col">${severity}</th>`).join('')}</tr></thead>
<tbody>${bars.map(tableRow).join('')}</tbody></table></details>
</figure>`;
};

const row = (bar: Bar, y: number, most: number): string => {
  const scale = (width - labelWidth - countWidth) / most;
  let x = labelWidth;
  const parts = severities.map((severity) => {
    const length = bar.counts[severity] * scale;
    const part = `<rect class="${severity}" x="${x.toFixed(1)}" y="${y}" width="${length.toFixed(1)}" height="${height}"/>`;
    x += length;
    return bar.counts[severity] === 0 ? '' : part;
  });
  const shown = bar.name.length > 32 ? `…${bar.name.slice(-31)}` : bar.name;
  const middle = y + height - 4;
  return `<text class="label" x="${labelWidth - 8}" y="${middle}" text-anchor="end">${escapeHtml(shown)}</text>${parts.join('')}<text x="${(x + 6).toFixed(1)}" y="${middle}">${totalOf(bar)}</text>`;
};

const tableRow = ({ name, counts }: Bar): string =>
  `<tr><th scope="row">${escapeHtml(name)}</th>${severities.map((severity) => `<td>${counts[severity]}</td>`).join('')}</tr>`;
