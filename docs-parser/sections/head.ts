import { isKnownFlag, statesMember } from '../text/flags.ts';

/** What a bullet's own line says. */
export interface Head {
  readonly name: string;
  /** The blocks that it is written with: `region` in "`region.0.zone`". */
  readonly parents: readonly string[];
  /** What stands in the parenthesis; null where there is none. */
  readonly flags: string | null;
  /** Its own words: notes and lists left out. */
  readonly text: string;
  /** The first paragraph's words: they tell what a list below it holds. */
  readonly intro: string;
  /** All its words, notes included: what is read for constraints. */
  readonly wording: string;
  /** What stands between name and text; "loose" is nothing at all. */
  readonly separator: 'dash' | 'colon' | 'loose';
}

/**
 * "`name` - (flags) text"; undefined where the line names nothing. Without ticks a word is a name only where
 * flags behind it say so ("product_type - (Optional)", "agent_id (Required)").
 * @param isBare names stand without ticks here: what comes before a dash or colon is one
 */
export const readHead = (line: string, isBare = false): Head | undefined => {
  const ticked = /^`\s*([a-z_][a-z0-9_]*(?:\.[a-z0-9_]+|\[\d*\])*)\s*`/i.exec(line);
  const named = ticked ?? /^([a-z][a-z0-9_]*)(?=\s*[-–:：]\s*\S|\s*\()/.exec(line);
  if (named?.[1] === undefined) return undefined;
  const head = headOf(named[1], line.slice(named[0].length));
  return ticked !== null || isBare || (head.flags !== null && statesMember(head.flags)) ? head : undefined;
};

/** "region.0.zone", "networks[]": which entry of a list is meant tells nothing. */
const segmentsOf = (written: string): string[] => {
  if (!/[.[]/.test(written)) return [written];
  const [first = '', ...rest] = written.split(/[.[\]]+/);
  return [first, ...rest.filter((segment) => !/^\d*$/.test(segment))];
};

const headOf = (written: string, behind: string): Head => {
  const parents = segmentsOf(written);
  const name = parents.pop() ?? written;
  // A second dash is a slip of the pen (zones: "`spot_strategy` - - (Optional)").
  const gap = /^\s*([-–—:：]?)\s*(?:[-–—]\s*(?=\())?/.exec(behind);
  const mark = gap?.[1] ?? '';
  const { flags, after } = takeFlags(behind.slice(gap?.[0].length ?? 0));
  const wording = after.replace(/^\s*[-–—:：]?\s*/, '').trim();
  return {
    name,
    parents,
    flags,
    text: withoutNotes(wording),
    intro: withoutNotes(wording),
    wording,
    separator: separatorOf(mark, flags, after),
  };
};

const separatorOf = (mark: string, flags: string | null, after: string): Head['separator'] => {
  if (mark === ':' || mark === '：') return 'colon';
  if (mark !== '') return 'dash';
  if (flags !== null) return /^\s*[:：]/.test(after) ? 'colon' : 'dash';
  return 'loose';
};

/** Text up to its first "-> **NOTE:**" line. */
export const withoutNotes = (text: string): string => (text.split(/^[ \t]*[-~!]>/m)[0] ?? '').trim();

/** Takes the parentheses that state flags; a page may use two of them. */
const takeFlags = (text: string): { flags: string | null; after: string } => {
  const first = takeParenthesis(text);
  if (first === null || !(isKnownFlag(first.inside) || first.inside.length <= 40))
    return { flags: null, after: text };
  const second = takeParenthesis(first.after.trimStart());
  return second !== null && isKnownFlag(second.inside)
    ? { flags: `${first.inside}, ${second.inside}`, after: second.after }
    : { flags: first.inside, after: first.after };
};

/** "(a (b), c) d" → inside "a (b), c", after " d"; null where none opens, or it never closes. */
const takeParenthesis = (text: string): { inside: string; after: string } | null => {
  if (!text.startsWith('(')) return null;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return { inside: text.slice(1, at), after: text.slice(at + 1) };
  }
  return null;
};
