import { LineCounter, parseDocument, stringify } from 'yaml';
import type { Document } from 'yaml';
import type { $ZodIssue } from 'zod/v4/core';
import { scenarioFileSchema } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/** A file of scenarios is not as it must be; each problem says where and what was expected. */
export class ScenarioFileError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ScenarioFileError';
  }
}

/** Scenarios as YAML, to be read and edited; what is as usual is left out. */
export const toYaml = (scenarios: readonly Scenario[]): string => {
  const files = [...new Set(scenarios.flatMap(({ page }) => (page === null ? [] : [page.file])))];
  const header = [
    ...files.map((file) => `# Derived from ${file} by \`alimock scenarios\`.`),
    '# Run it with `alimock check --scenarios FILE`. Its schema is schemas/scenarios.json.',
    '',
  ].join('\n');
  const content = { schemaVersion: 1, scenarios: scenarios.map(withoutDefaults) };
  return `${header}${stringify(content, { lineWidth: 110, aliasDuplicateObjects: true })}`;
};

const withoutDefaults = ({ given, steps, notChecked, ...rest }: Scenario): Record<string, unknown> => ({
  ...rest,
  ...(given.length === 0 ? {} : { given }),
  ...(steps.length === 0
    ? {}
    : { steps: steps.map(({ when, then }) => ({ when, ...(then.length === 0 ? {} : { then }) })) }),
  ...(notChecked === null ? {} : { notChecked }),
});

/**
 * Reads a file of scenarios.
 * @param text YAML, or JSON, which is YAML too
 * @param file its path, for the messages
 * @throws ScenarioFileError with a line for each problem: file:line:column, what is there, what was expected
 */
export const readScenarioFile = (text: string, file: string): Scenario[] => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new ScenarioFileError(
      document.errors.map(({ pos, message }) => `${place(pos[0])} ${message.split('\n')[0] ?? ''}`),
    );
  }
  const read = scenarioFileSchema.safeParse(document.toJS());
  if (read.success) {
    const ids = read.data.scenarios.map(({ id }) => id);
    const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
    if (twice === -1) return read.data.scenarios;
    throw new ScenarioFileError([
      `${place(offsetOf(document, ['scenarios', twice, 'id']))} the id "${ids[twice] ?? ''}" is there twice; ids must differ`,
    ]);
  }
  throw new ScenarioFileError(
    read.error.issues.map((issue) => {
      const { path, message } = mostTelling(issue);
      return `${place(offsetOf(document, path))} ${path.map(String).join('.') || 'the file'}: ${message}`;
    }),
  );
};

/** Of a choice that matches nothing, the issue of the alternative that came furthest. */
const mostTelling = (issue: $ZodIssue): { path: PropertyKey[]; message: string } => {
  if (issue.code !== 'invalid_union') return { path: issue.path, message: issue.message };
  const deepest = issue.errors
    .flat()
    .map(mostTelling)
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (deepest === undefined || deepest.path.length === 0) {
    return { path: issue.path, message: 'none of the known forms; see schemas/scenarios.json' };
  }
  return { path: [...issue.path, ...deepest.path], message: deepest.message };
};

/** Where the value at a path begins; for a missing one, the nearest that is there. */
const offsetOf = (document: Document, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const start: unknown = node.range[0];
      if (typeof start === 'number') return start;
    }
  }
  return 0;
};
