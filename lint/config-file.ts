import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type * as z from 'zod';
import { ruleIds } from './catalogue.ts';
import { closest } from './closest.ts';
import { configFileSchema } from './config.ts';
import type { LintConfig, RuleSetting } from './config.ts';
import type { LintRule } from './rule.ts';

/** A configuration that cannot be used; the message names file and line. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** Names under which the configuration is looked for, in this order. */
export const configNames = ['alimock.config.yaml', 'alimock.config.yml', 'alimock.config.json'] as const;

/** The nearest configuration file in a folder or above it; undefined where there is none. */
export const findConfig = (folder: string): string | undefined => {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = configNames.map((name) => path.join(at, name)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (at === path.dirname(at)) return undefined;
  }
};

/** What a configuration means for a page. */
export interface PageConfig {
  readonly isComplete: boolean;
  isIgnored(file: string): boolean;
  severityOf(rule: LintRule, file: string): RuleSetting;
}

/**
 * Reads a configuration file.
 * @throws ConfigError if it cannot be read, is no YAML or JSON, or says what no configuration can say
 */
export const readConfig = async (file: string): Promise<PageConfig> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return configOf(parseConfig(text, file), path.dirname(path.resolve(file)));
};

/** JSON is YAML as well. */
const parseConfig = (text: string, file: string): LintConfig => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new ConfigError(`${file}:${line}:${col} is no valid YAML or JSON: ${error.message}`);
  }
  const read = configFileSchema.safeParse(document.toJS() ?? {});
  if (read.success) return read.data.lint ?? {};
  const issues = read.error.issues.map(
    (issue) => `${file}${placeOf(document, issue, lines)} ${wordsOf(issue)}`,
  );
  throw new ConfigError(issues.join('\n'));
};

type Issue = z.core.$ZodIssue;

const placeOf = (document: Document, issue: Issue, lines: LineCounter): string => {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
  for (let depth = path.length; depth >= 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset === undefined) continue;
    const { line, col } = lines.linePos(offset);
    return `:${line}:${col}`;
  }
  return '';
};

const wordsOf = (issue: Issue): string => {
  const where = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return `${where}: ${issue.message}.`;
  const isRules = issue.path.at(-1) === 'rules';
  return issue.keys
    .map((key) => {
      const meant = isRules ? closest(key, ruleIds) : undefined;
      const hint = isRules
        ? meant === undefined
          ? ' See alimock lint --list-rules.'
          : ` Is ${meant} meant?`
        : '';
      return `${where === '' ? '' : `${where}: `}there is no ${isRules ? 'rule' : 'setting'} ${key}.${hint}`;
    })
    .join(' ');
};

/** @param folder that the globs are relative to */
export const configOf = (config: LintConfig, folder: string): PageConfig => {
  const matcher = (globs: readonly string[]): ((file: string) => boolean) => {
    const matches = picomatch([...globs], { dot: true });
    return (file) => matches(path.relative(folder, path.resolve(file)).split(path.sep).join('/'));
  };
  const ignored = matcher(config.ignore ?? []);
  const layers = [
    { applies: () => true, rules: config.rules ?? {} },
    ...(config.overrides ?? []).map(({ files, rules }) => ({ applies: matcher(files), rules })),
  ].toReversed();
  return {
    isComplete: config.complete ?? false,
    isIgnored: (file) => (config.ignore ?? []).length > 0 && ignored(file),
    severityOf: (rule, file) => {
      for (const { applies, rules } of layers) {
        const setting = rules[rule.id];
        if (setting !== undefined && applies(file)) return setting;
      }
      return rule.severity;
    },
  };
};
