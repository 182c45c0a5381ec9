/** Comments that switch rules off for a part of a page: `<!-- alimock-disable-next-line rule -- reason -->`. */
import { placeOf } from '../docs-parser/place.ts';
import type { Position } from '../docs-parser/position.ts';
import { nodesOf } from './linted-page.ts';
import type { LintedPage } from './linted-page.ts';
import type { LintRule } from './rule.ts';

const comment =
  /<!--\s*alimock-(disable-next-line|disable-line|disable|enable)(?![\w-])\s*([^]*?)\s*(?:--\s[^]*?)?-->/g;

/** A comment that switches rules off. */
interface Directive {
  /** No rules named: all. */
  readonly rules: readonly string[];
  readonly from: number;
  to: number;
  readonly position: Position;
  /** Rules that it has silenced, "*" if it names none. */
  readonly used: Set<string>;
}

/** The comments of a page, and which of them have silenced something. */
export class Directives {
  readonly #all: readonly Directive[];

  constructor(page: LintedPage) {
    this.#all = page.text.includes('alimock-') ? readDirectives(page) : [];
  }

  /** Is the rule switched off at a line? Remembers which comment did it. */
  silences(rule: string, line: number): boolean {
    let isSilenced = false;
    for (const { rules, from, to, used } of this.#all) {
      if (line < from || line > to) continue;
      if (rules.length > 0 && !rules.includes(rule)) continue;
      used.add(rules.length > 0 ? rule : '*');
      isSilenced = true;
    }
    return isSilenced;
  }

  /** Comments that have silenced nothing, with the rules in question. */
  unused(): { position: Position; rules: readonly string[] }[] {
    return this.#all.flatMap(({ rules, used, position }) => {
      if (rules.length === 0) return used.size > 0 ? [] : [{ position, rules }];
      const idle = rules.filter((rule) => !used.has(rule));
      return idle.length === 0 ? [] : [{ position, rules: idle }];
    });
  }

  /** Every rule that a comment names, with the comment's place. */
  named(): { position: Position; rule: string }[] {
    return this.#all.flatMap(({ rules, position }) => rules.map((rule) => ({ position, rule })));
  }
}

const readDirectives = (page: LintedPage): Directive[] => {
  const directives: Directive[] = [];
  const open: Directive[] = [];
  // A fence is one thing to the comment above it: comments inside would show in the code.
  const fences = new Map(nodesOf(page, 'code').map((node) => [placeOf(node).line, placeOf(node).endLine]));
  for (const { name, rules, position } of commentsIn(page)) {
    const next = nextLine(page, position.endLine);
    const directive = (from: number, to: number): Directive => ({
      rules,
      from,
      to,
      position,
      used: new Set(),
    });
    switch (name) {
      case 'disable-line':
        directives.push(directive(position.line, position.endLine));
        break;
      case 'disable-next-line':
        directives.push(directive(next, fences.get(next) ?? next));
        break;
      case 'disable': {
        const opened = directive(position.endLine, Infinity);
        directives.push(opened);
        open.push(opened);
        break;
      }
      default:
        close(open, rules, position.line);
    }
  }
  return directives;
};

/** Ends what an "enable" names, or everything. */
const close = (open: Directive[], rules: readonly string[], line: number): void => {
  for (const one of open) {
    const isMeant = rules.length === 0 || one.rules.some((rule) => rules.includes(rule));
    if (isMeant && one.to === Infinity) one.to = line;
  }
};

/** The first line behind a comment that is not empty. */
const nextLine = (page: LintedPage, line: number): number => {
  let next = line + 1;
  while (next < page.lines.length && page.line(next).trim() === '') next++;
  return next;
};

const commentsIn = (page: LintedPage): { name: string; rules: string[]; position: Position }[] =>
  nodesOf(page, 'html').flatMap((node) => {
    const start = placeOf(node);
    return [...node.value.matchAll(comment)].map((match) => {
      const lines = node.value.slice(0, match.index).split('\n');
      const line = start.line + lines.length - 1;
      const column = (lines.length === 1 ? start.column : 1) + (lines.at(-1)?.length ?? 0);
      const height = match[0].split('\n').length - 1;
      const endLine = line + height;
      const endColumn =
        height === 0 ? column + match[0].length : (match[0].split('\n').at(-1)?.length ?? 0) + 1;
      const rules = (match[2] ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
      return { name: match[1] ?? '', rules, position: { line, column, endLine, endColumn } };
    });
  });

/** Rules about the comments themselves. The engine reports them: only it knows what a comment has silenced. */
export const directiveRules: readonly LintRule[] = [
  {
    id: 'disable-unknown-rule',
    severity: 'warning',
    kind: 'comments',
    what: 'A comment switches off a rule that does not exist.',
    why: 'It has no effect, or was meant for another rule.',
    example: '<!-- alimock-disable-next-line flag-missing -->',
    form: '<!-- alimock-disable-next-line flags-missing -->',
    check: () => [],
  },
  {
    id: 'disable-unused',
    severity: 'info',
    kind: 'comments',
    what: 'A comment switches off a rule that has no finding there.',
    why: 'It hides what may come later.',
    example: '<!-- alimock-disable-next-line flags-missing -->\n* `size` - (Required) The size of the disk.',
    form: '* `size` - (Required) The size of the disk.',
    check: () => [],
  },
];
