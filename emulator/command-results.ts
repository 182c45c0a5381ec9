import type { CommandResult } from './context.ts';

/** What commands whose text contains something come to; nothing is really run. */
export interface CommandOutput {
  /** Part of the command's text, parameters filled in; "*" stands for any text between parts. */
  readonly match: string;
  readonly output: string;
  /** Default 0. */
  readonly exitCode?: number;
}

const escaped = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');

/**
 * The first entry that matches decides; a command that none matches ends well and writes nothing.
 * @param outputs in the order in which they are tried
 */
export const commandResults = (outputs: readonly CommandOutput[]): ((content: string) => CommandResult) => {
  const tried = outputs.map(({ match, output, exitCode = 0 }) => ({
    expression: new RegExp(match.split(/\*+/).map(escaped).join('.*'), 's'),
    result: { output, exitCode },
  }));
  return (content) =>
    tried.find(({ expression }) => expression.test(content))?.result ?? { output: '', exitCode: 0 };
};
