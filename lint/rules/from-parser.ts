import type { PageSpec } from '../../docs-parser/index.ts';
import { rules } from '../../docs-parser/rules.ts';
import type { RuleId } from '../../docs-parser/rules.ts';
import { placeOf } from '../../docs-parser/place.ts';
import { splitSections } from '../../docs-parser/sections/split.ts';
import type { Docs } from '../docs.ts';
import type { LintedPage } from '../linted-page.ts';
import type { Fix, Found, LintRule } from '../rule.ts';
import { nestedMissing, nestedUndocumented } from './example-arguments.ts';
import { importUnreadable } from './identity.ts';

type Finding = PageSpec['findings'][number];

/** What a look at the whole page adds to what the parser has met while reading. */
const additions: Partial<Record<RuleId, (page: LintedPage, docs: Docs) => readonly Found[]>> = {
  'example-undocumented-argument': nestedUndocumented,
  'example-missing-required': nestedMissing,
  'import-missing-command': importUnreadable,
};

const headingFix = (page: LintedPage, { position }: Finding): Fix | undefined => {
  const section = splitSections(page.tree).find(({ heading }) => placeOf(heading).line === position.line);
  if (section === undefined || section.shouldRead === null) return undefined;
  const start = page.offsetOf(position.line, position.column);
  const end = page.offsetOf(position.endLine, position.endColumn);
  const written = page.text.slice(start, end);
  const at = written.lastIndexOf(section.title);
  return at === -1
    ? undefined
    : { start: start + at, end: start + at + section.title.length, text: section.shouldRead };
};

const indentFix = (page: LintedPage, { position }: Finding): Fix | undefined => {
  const indent = /^ {1,3}(?=\S)/.exec(page.line(position.line))?.[0];
  const start = page.offsetOf(position.line, 1);
  return indent === undefined ? undefined : { start, end: start + indent.length, text: '' };
};

/** Mends of the parser's findings that are certain. */
const fixes: Partial<Record<RuleId, (page: LintedPage, finding: Finding) => Fix | undefined>> = {
  'heading-misspelt': headingFix,
  'indented-line': indentFix,
};

/** The argument or attribute that a finding stands at. */
const pathAt = ({ spec }: LintedPage, { position }: Finding): string | undefined =>
  [...spec.arguments, ...spec.attributes]
    .find((entry) => entry.position.line === position.line && entry.position.column === position.column)
    ?.path.join('.');

const foundBy = (id: RuleId, page: LintedPage): Found[] =>
  page.spec.findings
    .filter(({ rule }) => rule === id)
    .map((finding) => {
      const fix = fixes[id]?.(page, finding);
      const path = pathAt(page, finding);
      return {
        position: finding.position,
        message: finding.message,
        ...(path === undefined ? {} : { path }),
        ...(fix === undefined ? {} : { fix }),
      };
    });

/** The rules of the parser, as rules of lint. */
export const parserRules: readonly LintRule[] = (Object.keys(rules) as RuleId[]).map((id) => ({
  id,
  ...rules[id],
  ...(fixes[id] === undefined ? {} : { isFixable: true as const }),
  check: (page, docs) => {
    const found = foundBy(id, page);
    const seen = new Set(found.map(({ position, path }) => `${position.line} ${path ?? ''}`));
    const more = additions[id]?.(page, docs) ?? [];
    return [...found, ...more.filter(({ position, path }) => !seen.has(`${position.line} ${path ?? ''}`))];
  },
}));
