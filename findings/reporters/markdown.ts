import type { FindingReport, ReportedFinding } from '../finding.ts';
import { severities } from '../rule.ts';
import { groupBy } from '../group-by.ts';
import type { Reporter } from './reporter.ts';

/** GitHub refuses comments of more than 65,536 characters; something is left for what a workflow adds. */
const mostCharacters = 60_000;

/** Texts that are quoted are cut there. */
const mostQuoted = 400;

/**
 * For a comment on a pull request: a table of kinds, then the findings page by page, folded. Never longer than a
 * comment may be; what is left out is counted. Texts of pages are escaped: they neither format, nor mention anybody.
 */
export const formatMarkdown: Reporter = (report) => {
  const head = [headline(report), '', ...kindTable(report)].join('\n');
  const byFile = groupBy(report.findings, ({ place }) => place.file);
  const lines: string[] = [head];
  const remark = (count: number): string =>
    `\n**${count} more findings are left out here**, since a comment holds no more. The other formats list them all.`;
  let length = head.length + remark(report.findings.length).length + 1;
  let left = report.findings.length;
  for (const [file, findings] of byFile) {
    const opening = `\n<details><summary>${escapeHtml(file)} (${findings.length})</summary>\n`;
    const closing = '\n</details>';
    const items: string[] = [];
    let room = mostCharacters - length - opening.length - closing.length - 2;
    for (const finding of findings) {
      const item = itemOf(finding);
      if (item.length + 1 > room) break;
      room -= item.length + 1;
      items.push(item);
    }
    if (items.length === 0) break;
    const section = [opening, ...items, closing].join('\n');
    lines.push(section);
    length += section.length + 1;
    left -= items.length;
    if (items.length < findings.length) break;
  }
  if (left > 0) lines.push(remark(left));
  return `${lines.join('\n')}\n`;
};

const headline = ({ tool, summary }: FindingReport): string => {
  const { pages, error, warning, info } = summary;
  const count = error + warning + info;
  const found = count === 0 ? 'no findings' : count === 1 ? '1 finding' : `${count} findings`;
  return `### alimock ${tool}: ${found} on ${pages} ${pages === 1 ? 'page' : 'pages'}`;
};

const kindTable = ({ findings }: FindingReport): string[] => {
  if (findings.length === 0) return ['Nothing to mend.'];
  const byKind = [...groupBy(findings, ({ kind }) => kind)].toSorted(([, a], [, b]) => b.length - a.length);
  return [
    '| kind | error | warning | info | pages |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...byKind.map(([kind, ofKind]) => {
      const counts = severities.map((severity) => ofKind.filter((one) => one.severity === severity).length);
      const pages = new Set(ofKind.map(({ place }) => place.file)).size;
      return `| ${escapeMarkdown(kind)} | ${counts.join(' | ')} | ${pages} |`;
    }),
  ];
};

const itemOf = (finding: ReportedFinding): string => {
  const { severity, place, message, rule, other, suggestion, command } = finding;
  return [
    `- **${severity}** line ${place.position.line}: ${escapeMarkdown(message)} (\`${rule}\`)`,
    ...(place.text === null ? [] : ['', ...quoted(place.text, 'page')]),
    ...(other === null ? [] : ['', ...quoted(other.text, otherName(other))]),
    ...(suggestion === null ? [] : ['', `  ${escapeMarkdown(suggestion)}`]),
    ...(command === null ? [] : ['', ...quoted(command, 'reproduce')]),
  ].join('\n');
};

const otherName = ({ source, file, position }: NonNullable<ReportedFinding['other']>): string =>
  file === null ? source : `${source}, ${file}${position === null ? '' : `:${position.line}`}`;

/** A fence that no run of backticks in the text can close. */
const quoted = (text: string, label: string): string[] => {
  const cut = text.length > mostQuoted ? `${text.slice(0, mostQuoted)} …` : text;
  const longest = Math.max(2, ...[...cut.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const lines = [`${label}:`, fence, ...cut.split(/\r?\n/), fence];
  return lines.map((line, at) => (at === 0 ? `  ${escapeMarkdown(line)}` : `  ${line}`));
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '&#64;');

/** As running text on one line. */
const escapeMarkdown = (text: string): string =>
  escapeHtml(text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]|~#!]/g, '\\$&')).trim();
