/** The history as one page that needs no network: the plot, then the table. */
import type { DriftHistory, DriftLife } from './history.ts';
import { escapeXml, historySvg } from './svg.ts';
import { lifeWords } from './terminal.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
.plot, .table { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .25rem .6rem; text-align: left; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
td { vertical-align: top; }
td code { overflow-wrap: anywhere; }
td:nth-child(-n+2) { min-width: 11rem; max-width: 16rem; }
td:nth-last-child(-n+2) { min-width: 7rem; }
td:last-child { min-width: 20rem; }
tbody tr:hover td { background-color: color-mix(in srgb, currentColor 8%, transparent); }
td.there, tbody tr:hover td.there { background: light-dark(#f0b4b0, #7a2622); text-align: center; }
td.absent { text-align: center; }
code { font-size: .95em; }
`;

export const historyHtml = (history: DriftHistory): string => {
  const { versions, drifts, against } = history;
  const open = drifts.filter(({ went }) => went === null).length;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Drift history</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Drift history</h1>
<p>${versions.length} versions compared with ${against.map(escapeXml).join(', ')}: ${drifts.length} drifts, ${open} still there.</p>
<h2>By version and kind</h2>
<div class="plot" tabindex="0" role="region" aria-label="Plot">${historySvg(history)}</div>
<h2>When each drift came and went</h2>
<div class="table" tabindex="0" role="region" aria-label="Table">
<table>
<thead><tr><th scope="col">Type</th><th scope="col">Argument or attribute</th><th scope="col">Kind</th>${versions
    .map(({ name }) => `<th scope="col">${escapeXml(name)}</th>`)
    .join('')}<th scope="col">Life</th><th scope="col">What</th></tr></thead>
<tbody>
${drifts.map(row).join('\n')}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
};

const row = (drift: DriftLife): string =>
  `<tr><td><code>${escapeXml(drift.type)}</code></td><td><code>${escapeXml(drift.path ?? '')}</code></td><td>${escapeXml(drift.kind)}</td>${drift.present
    .map((is) => (is ? '<td class="there">yes</td>' : '<td class="absent">no</td>'))
    .join('')}<td>${escapeXml(lifeWords(drift))}</td><td>${withCode(drift.message)}</td></tr>`;

/** Names stand between ticks in messages. */
const withCode = (message: string): string => escapeXml(message).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
