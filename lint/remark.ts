/** alimock/remark-lint: the rules of lint as a remark plugin, for who lints Markdown with remark already. */
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Finding, Severity } from '../findings/index.ts';
import { ruleSettingsSchema } from './config.ts';
import { lintPages } from './lint-pages.ts';
import { readLintedPage } from './linted-page.ts';

/** Options of the plugin, as they stand in a remark configuration. */
export interface RemarkLintOptions {
  /** Severities by rule; a rule that is not named has the catalogue's. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

const optionsSchema = z.strictObject({ rules: ruleSettingsSchema.optional() });

/** remark's own scale: true is an error, false a warning, null an information. */
const fatal = { error: true, warning: false, info: null } as const satisfies Record<Severity, boolean | null>;

/**
 * Adds alimock's findings to a file as messages. remark gives it one page at a time, so rules that look at the pages
 * of other types find nothing here: `alimock lint` does.
 * @param options severities by rule
 * @throws Error if the options name a rule that does not exist
 */
const remarkLintAlimock: Plugin<[RemarkLintOptions?], Root> = (options = {}) => {
  const read = optionsSchema.safeParse(options);
  if (!read.success) throw new Error(`alimock/remark-lint: ${z.prettifyError(read.error)}`);
  const rules = read.data.rules ?? {};
  // The page is read anew: what other plugins made of the tree is not what its author wrote.
  return async (_tree: Root, file: VFile): Promise<undefined> => {
    const page = await readLintedPage(String(file), file.path);
    for (const finding of lintPages([page], { severityOf: ({ id, severity }) => rules[id] ?? severity })) {
      report(finding, file);
    }
  };
};

const report = ({ rule, severity, message, place, suggestion }: Finding, file: VFile): void => {
  const { line, column, endLine, endColumn } = place.position;
  const reported = file.message(suggestion === null ? message : `${message} ${suggestion}`, {
    place: { start: { line, column }, end: { line: endLine, column: endColumn } },
    source: 'alimock',
    ruleId: rule,
  });
  reported.fatal = fatal[severity] ?? undefined;
};

export default remarkLintAlimock;
