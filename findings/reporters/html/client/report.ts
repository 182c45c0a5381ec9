/** The script of the HTML report: it filters the findings, and shows the text round each. It uses text nodes only. */
import type { ReportPayload } from '../payload.ts';

type Finding = ReportPayload['findings'][number];

/** So many findings are put on the page at once; a browser lays that many out without a pause. */
const atOnce = 100;
/** Lines round the one in question, before the whole page is asked for. */
const around = 8;

const element = <Kind extends Element>(id: string, kind: new () => Kind): Kind => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The report has no #${id}.`);
  return found;
};

const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const payload = JSON.parse(element('payload', HTMLScriptElement).textContent) as ReportPayload;
const rules = new Map(payload.rules.map((rule) => [rule.id, rule]));
const lines = new Map<string, string[]>();

const linesOf = (file: string): string[] | undefined => {
  const source = payload.sources[file];
  if (source === undefined) return undefined;
  const known = lines.get(file) ?? source.split('\n');
  lines.set(file, known);
  return known;
};

/** What the search looks at, made once. */
const haystacks = payload.findings.map(({ message, rule, kind, type, path, place, other }) =>
  [message, rule, kind, type, path, place.file, place.text, other?.source, other?.text]
    .join('\n')
    .toLowerCase(),
);

const list = element('list', HTMLOListElement);
const more = element('more', HTMLButtonElement);
const shown = element('shown', HTMLParagraphElement);
const form = element('filter', HTMLFormElement);

let matching: Finding[] = [];
let listed = 0;

const filter = (): void => {
  const words = element('search', HTMLInputElement)
    .value.toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const kind = element('kind', HTMLSelectElement).value;
  const rule = element('rule', HTMLSelectElement).value;
  const page = element('page', HTMLSelectElement).value;
  const severities = new Set(
    [...form.querySelectorAll<HTMLInputElement>('input[name=severity]:checked')].map(({ value }) => value),
  );
  matching = payload.findings.filter(
    (finding, at) =>
      severities.has(finding.severity) &&
      (kind === '' || finding.kind === kind) &&
      (rule === '' || finding.rule === rule) &&
      (page === '' || finding.place.file === page) &&
      words.every((word) => haystacks[at]?.includes(word) === true),
  );
  listed = 0;
  list.replaceChildren();
  showMore();
};

const showMore = (): void => {
  const next = matching.slice(listed, listed + atOnce);
  list.append(...next.map((finding, at) => itemOf(finding, listed + at)));
  listed += next.length;
  more.hidden = listed >= matching.length;
  more.textContent = `Show ${Math.min(atOnce, matching.length - listed)} more`;
  shown.textContent = `${matching.length} of ${payload.findings.length} findings match; ${listed} are listed.`;
};

const itemOf = (finding: Finding, at: number): HTMLLIElement => {
  const { severity, message, rule, place } = finding;
  const button = make(
    'button',
    { type: 'button', class: 'finding', 'aria-expanded': 'false', 'aria-controls': `detail-${at}` },
    make('span', { class: `severity ${severity}` }, severity),
    ' ',
    message,
    ' ',
    make('span', { class: 'rule' }, rule),
    make('br'),
    make('span', { class: 'where' }, `${place.file}:${place.position.line}:${place.position.column}`),
  );
  const detail = make('div', { class: 'detail', id: `detail-${at}`, hidden: '' });
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    detail.hidden = isOpen;
    // A finding that nobody opens costs nothing.
    if (detail.childElementCount === 0) detail.append(...detailOf(finding));
  });
  return make('li', {}, button, detail);
};

const detailOf = (finding: Finding): Node[] => {
  const { place, other, suggestion, command } = finding;
  const rule = rules.get(finding.rule);
  return [
    ...(rule === undefined ? [] : [make('p', {}, `${rule.what} ${rule.why}`)]),
    ...(suggestion === null ? [] : [make('p', {}, suggestion)]),
    make(
      'div',
      { class: 'sides' },
      sideOf(place.file, place.file, place.position, place.text ?? ''),
      ...(other === null ? [] : [sideOf(otherTitle(other), other.file, other.position, other.text)]),
    ),
    ...(command === null ? [] : [make('p', {}, 'Reproduce: ', make('code', {}, command))]),
  ];
};

const otherTitle = ({ source, file, pointer }: NonNullable<Finding['other']>): string =>
  [source, file, pointer].filter((part) => part !== null && part !== undefined).join(' · ');

/** The text round a place, with its lines marked; only what is quoted where the whole text is not here. */
const sideOf = (
  title: string,
  file: string | null,
  position: Finding['place']['position'] | null,
  quote: string,
): HTMLElement => {
  const text = file === null ? undefined : linesOf(file);
  const heading = make('h3', {}, title);
  if (text === undefined || position === null) {
    return make('div', { class: 'side' }, heading, scrolled(title, [make('span', {}, quote)]));
  }
  const { line, endLine } = position;
  const code = scrolled(
    title,
    linesBetween(text, Math.max(1, line - around), endLine + around, line, endLine),
  );
  const whole = make('button', { type: 'button' }, 'Show the whole page');
  whole.addEventListener('click', () => {
    code.replaceChildren(...linesBetween(text, 1, text.length, line, endLine));
    whole.remove();
    code.focus();
    code.querySelector('mark')?.scrollIntoView({ block: 'center' });
  });
  return make('div', { class: 'side' }, heading, code, whole);
};

/** Scrolls by keyboard as well. */
const scrolled = (title: string, children: readonly Node[]): HTMLPreElement =>
  make('pre', { tabindex: '0', role: 'group', 'aria-label': `Text of ${title}` }, ...children);

const linesBetween = (
  text: readonly string[],
  from: number,
  to: number,
  line: number,
  endLine: number,
): Node[] => {
  const width = String(Math.min(to, text.length)).length;
  return text.slice(from - 1, to).flatMap((content, at) => {
    const number = from + at;
    const isMarked = number >= line && number <= endLine;
    return [
      make('span', { class: 'number' }, `${String(number).padStart(width)}  `),
      isMarked ? make('mark', {}, content === '' ? ' ' : content) : content,
      '\n',
    ].map((part) => (typeof part === 'string' ? document.createTextNode(part) : part));
  });
};

form.addEventListener('input', filter);
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
more.addEventListener('click', () => {
  const first = listed;
  showMore();
  // The button moves down or goes away: whoever used the keyboard goes on at the first new finding.
  list.children.item(first)?.querySelector('button')?.focus();
});
filter();
