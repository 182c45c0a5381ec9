import type { Finding } from '../../page-spec.ts';
import { finding } from '../../rules.ts';
import type { CodePlaces } from '../code-place.ts';
import type { PageNames } from '../known-names.ts';
import { TerraformNames } from './names.ts';
import type { Code, Entry, Program } from './program.ts';
import type { CdktfLanguage } from './reserved-words.ts';
import { isUnclosed } from './template.ts';

/**
 * What CDKTF's converter loses on the way and nobody can read back. Each is a finding at the argument that
 * it happens to.
 */
export const conversionFindings = (
  program: Program,
  language: CdktfLanguage,
  places: CodePlaces,
  page: PageNames,
): Finding[] => {
  const names = new TerraformNames(page);
  return program.statements.flatMap(({ value }) =>
    value.kind === 'construct'
      ? value.entries.flatMap((entry) => [
          ...lineBreaks(entry, names, places),
          ...unclosedInterpolations(entry, names, places),
          ...(language === 'csharp' ? csharpLosses(entry, names, places) : []),
        ])
      : [],
  );
};

/**
 * A text that ends with an empty line: the converter makes one line break more of a heredoc than it has
 * (convertTemplateExpressionToTs in hcl2cdk's expressions.ts: "the trailing newline we add due to heredocs").
 */
const lineBreaks = (entry: Entry, names: TerraformNames, places: CodePlaces): Finding[] =>
  textsIn(entry.value).some((text) => /\n.*\n[ \t]*\n[ \t]*$/.test(text))
    ? [
        finding(
          'example-line-break-added',
          places.of(entry.span),
          `The text of ${names.of(entry.key)} ends with an empty line, which a heredoc does not.`,
        ),
      ]
    : [];

/** Two values beside each other in a text: the converter begins the second before the first has ended. */
const unclosedInterpolations = (entry: Entry, names: TerraformNames, places: CodePlaces): Finding[] =>
  hasUnclosed(entry.value)
    ? [
        finding(
          'example-interpolation-unclosed',
          places.of(entry.span),
          `The text of ${names.of(entry.key)} begins an interpolation before the one before it has ended.`,
        ),
      ]
    : [];

const hasUnclosed = (code: Code): boolean => {
  switch (code.kind) {
    case 'text':
      return code.parts.some((part, index) => {
        const before = code.parts[index - 1];
        return (
          part.kind === 'literal' &&
          before !== undefined &&
          before.kind !== 'literal' &&
          isUnclosed(String(part.value))
        );
      });
    case 'list':
      return code.items.some(hasUnclosed);
    case 'object':
      return code.entries.some(({ value }) => hasUnclosed(value));
    case 'call':
      return code.arguments.some(hasUnclosed);
    case 'literal':
    case 'name':
    case 'member':
    case 'index':
    case 'construct':
    case 'unknown':
      return false;
  }
};

/** What C# makes of names and of texts. */
const csharpLosses = (entry: Entry, names: TerraformNames, places: CodePlaces): Finding[] => {
  const name = names.of(entry.key);
  const found: Finding[] = [];
  if (
    names.isMap(name) &&
    entry.value.kind === 'object' &&
    entry.value.entries.some(({ key, isOwn }) => isOwn !== true && /^[A-Z]/.test(key))
  )
    found.push(
      finding(
        'example-key-case-lost',
        places.of(entry.span),
        `The keys of ${name} are written with a capital, whatever they began with.`,
      ),
    );
  if (textsIn(entry.value).some((text) => /\n[ \t]+\S/.test(text)))
    found.push(
      finding(
        'example-text-indented',
        places.of(entry.span),
        `The lines of ${name} are indented with the code, and the spaces are part of the text.`,
      ),
    );
  return found;
};

const textsIn = (code: Code): string[] => {
  switch (code.kind) {
    case 'literal':
      return typeof code.value === 'string' ? [code.value] : [];
    case 'text':
      return code.parts.flatMap(textsIn);
    case 'list':
      return code.items.flatMap(textsIn);
    case 'object':
      return code.entries.flatMap(({ value }) => textsIn(value));
    case 'name':
    case 'member':
    case 'index':
    case 'call':
    case 'construct':
    case 'unknown':
      return [];
  }
};
