import { existsSync, readFileSync } from 'node:fs';
import type { FindingReport } from '../finding.ts';
import { plural } from '../plural.ts';
import { chartsOf } from './html/chart.ts';
import { escapeHtml, jsonForScript } from './html/escape.ts';
import { payloadOf } from './html/payload.ts';
import { styles } from './html/styles.ts';
import type { Reporter } from './reporter.ts';

/**
 * One file that needs no network: a summary with pictures, a list that can be searched and filtered, and for each
 * finding the text of the page beside the other side's. What pages say is text wherever it appears.
 * @throws Error if alimock runs from its source and was never built: the page's script is compiled code
 */
export const formatHtml: Reporter = (report, { sources, version }) => {
  const title = `alimock ${report.tool}: ${count(report)} on ${plural(report.summary.pages, 'page')}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="generator" content="alimock ${escapeHtml(version)}">
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<header><h1>${escapeHtml(title)}</h1></header>
<main>
<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
<ul class="sum">${sumOf(report)}</ul>
${report.findings.length === 0 ? '<p>Nothing was found.</p>' : `<div class="charts">${chartsOf(report.findings)}</div>`}
</section>
<section aria-labelledby="findings">
<h2 id="findings" tabindex="-1">Findings</h2>
${formOf(report)}
<p id="shown" role="status"></p>
<noscript><p>The list needs JavaScript. The other formats of alimock do not.</p></noscript>
<ol id="list"></ol>
<button type="button" class="more" id="more" hidden>Show more</button>
</section>
</main>
<script type="application/json" id="payload">${jsonForScript(payloadOf(report, sources))}</script>
<script type="module">${clientScript()}</script>
</body>
</html>
`;
};

const count = ({ findings }: FindingReport): string => plural(findings.length, 'finding');

const sumOf = ({ summary }: FindingReport): string =>
  (['pages', 'error', 'warning', 'info'] as const)
    .map((name) => {
      const words = name === 'pages' ? 'pages' : `${name}s`;
      return `<li><b>${summary[name]}</b>${words}</li>`;
    })
    .join('');

const formOf = ({ findings }: FindingReport): string => {
  const options = (values: readonly string[]): string =>
    [...new Set(values)]
      .sort()
      .map((value) => `<option value="${escapeHtml(value)}">${escapeHtml(value)}</option>`)
      .join('');
  const select = (id: string, label: string, values: readonly string[]): string =>
    `<div class="field"><label for="${id}">${label}</label><select id="${id}"><option value="">all</option>${options(values)}</select></div>`;
  const boxes = ['error', 'warning', 'info'].map(
    (severity) =>
      `<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity}</label>`,
  );
  return `<form id="filter" role="search" aria-label="Filter the findings">
<div class="field"><label for="search">Search</label><input type="search" id="search" placeholder="words, argument, file"></div>
${select(
  'kind',
  'Kind',
  findings.map(({ kind }) => kind),
)}
${select(
  'rule',
  'Rule',
  findings.map(({ rule }) => rule),
)}
${select(
  'page',
  'Page',
  findings.map(({ place }) => place.file),
)}
<fieldset><legend>Severity</legend>${boxes.join('')}</fieldset>
</form>`;
};

const client = 'findings/reporters/html/client/report.js';

/** Of the build: seen from the library, from the command line beside it, and from the source. */
const clientFiles = ['./html/client/report.js', `../${client}`, `../../dist/${client}`];

const clientScript = (): string => {
  const file = clientFiles.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (file === undefined) throw new Error('The script of the HTML report is not built: npm run build.');
  return readFileSync(file, 'utf8')
    .replace(/\/\/# sourceMappingURL=.*/, '')
    .replaceAll('</script', '<\\/script');
};
