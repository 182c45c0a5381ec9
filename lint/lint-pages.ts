import type { Finding, Severity } from '../findings/index.ts';
import { lintRules, ruleIds } from './catalogue.ts';
import { closest } from './closest.ts';
import { Directives } from './directives.ts';
import { Docs } from './docs.ts';
import type { LintedPage } from './linted-page.ts';
import type { Fix, Found, LintRule } from './rule.ts';

/** How severe a rule is on a page; "off" leaves it out. */
export type SeverityOf = (rule: LintRule, file: string) => Severity | 'off';

/** A finding with its mend, where one is certain. */
export interface LintFinding extends Finding {
  readonly fix: Fix | null;
}

/** How pages are linted. */
export interface LintOptions {
  /** As the catalogue says where it is left out. */
  readonly severityOf?: SeverityOf;
  /** The pages are all that the provider has. */
  readonly isComplete?: boolean;
}

/**
 * Looks at pages with every rule, and at each beside the others.
 * @returns the findings, by page in the order given, then by place; what comments switch off is left out
 */
export const lintPages = (
  pages: readonly LintedPage[],
  { severityOf = ({ severity }) => severity, isComplete = false }: LintOptions = {},
): LintFinding[] => {
  const docs = new Docs(pages, { isComplete });
  return pages.flatMap((page) => {
    const findings = lintPage(page, docs, severityOf);
    page.release();
    return findings;
  });
};

const lintPage = (page: LintedPage, docs: Docs, severityOf: SeverityOf): LintFinding[] => {
  const { file } = page.spec;
  const directives = new Directives(page);
  const findings: LintFinding[] = [];
  const report = (rule: LintRule, found: Found): void => {
    const severity = severityOf(rule, file);
    if (severity === 'off' || directives.silences(rule.id, found.position.line)) return;
    findings.push(findingOf(rule, severity, page, found));
  };
  for (const rule of lintRules) {
    if (severityOf(rule, file) === 'off') continue;
    for (const found of rule.check(page, docs)) report(rule, found);
  }
  for (const [id, found] of aboutDirectives(directives, (rule) => isOn(rule, file, severityOf))) {
    const rule = lintRules.find((one) => one.id === id);
    if (rule !== undefined) report(rule, found);
  }
  return findings.toSorted(
    (a, b) =>
      a.place.position.line - b.place.position.line || a.place.position.column - b.place.position.column,
  );
};

const isOn = (id: string, file: string, severityOf: SeverityOf): boolean => {
  const rule = lintRules.find((one) => one.id === id);
  return rule !== undefined && severityOf(rule, file) !== 'off';
};

/** A comment is unused only if the rule was looked for. */
const aboutDirectives = (
  directives: Directives,
  isLookedFor: (rule: string) => boolean,
): [string, Found][] => [
  ...directives.named().flatMap(({ rule, position }): [string, Found][] => {
    if (ruleIds.has(rule)) return [];
    const meant = closest(rule, ruleIds);
    const suggestion = meant === undefined ? {} : { suggestion: `Is ${meant} meant?` };
    return [['disable-unknown-rule', { position, message: `There is no rule ${rule}.`, ...suggestion }]];
  }),
  ...directives.unused().flatMap(({ rules, position }): [string, Found][] => {
    const known = rules.filter((rule) => ruleIds.has(rule) && isLookedFor(rule));
    if (rules.length > 0 && known.length === 0) return [];
    const what = rules.length === 0 ? 'any rule' : known.join(', ');
    return [
      [
        'disable-unused',
        { position, message: `The comment switches off ${what}, and nothing is found there.` },
      ],
    ];
  }),
];

const findingOf = (rule: LintRule, severity: Severity, page: LintedPage, found: Found): LintFinding => {
  const { position, message, path, other, suggestion, fix } = found;
  const text = page.quote(position);
  return {
    rule: rule.id,
    severity,
    kind: rule.kind,
    message,
    type: page.spec.name,
    path: path ?? null,
    place: { file: page.spec.file, position, text: text === '' ? null : text },
    other: other ?? null,
    suggestion: suggestion ?? null,
    command: `alimock lint ${quoted(page.spec.file)} --rule ${rule.id}`,
    fix: fix ?? null,
  };
};

/** A path as a shell takes it. */
const quoted = (file: string): string =>
  /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", `'\\''`)}'`;
