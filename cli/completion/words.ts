import type { Argument, Command, Option } from 'commander';

/** What can stand at a place of the command line. */
export type Values =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'files' }
  /** A number, a name …: nothing can be offered. */
  | { readonly kind: 'free' };

export interface OptionWords {
  /** "--format" and its like; empty where there is no long form. */
  readonly long: string;
  /** "-f"; empty where there is no short form. */
  readonly short: string;
  readonly description: string;
  /** Undefined where the option takes no value. */
  readonly values: Values | undefined;
}

/** A command with what can follow it, as plain data: each shell's script is written from this alone. */
export interface CommandWords {
  /** "drift history" is ["drift", "history"]; the program itself is []. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionWords[];
  /** Undefined where it takes no argument. */
  readonly values: Values | undefined;
  readonly commands: readonly CommandWords[];
}

/** The words of a program and of all its commands; hidden ones are left out. */
export const wordsOf = (command: Command, path: readonly string[] = []): CommandWords => {
  const help = command.createHelp();
  const [argument] = command.registeredArguments;
  return {
    path,
    summary: command.summary() === '' ? firstSentence(command.description()) : command.summary(),
    options: help.visibleOptions(command).map((option) => ({
      long: option.long ?? '',
      short: option.short ?? '',
      description: option.description,
      values: option.required || option.optional ? valuesOf(option, option.flags) : undefined,
    })),
    values: argument === undefined ? undefined : valuesOf(argument, argument.name()),
    commands: help.visibleCommands(command).map((inner) => wordsOf(inner, [...path, inner.name()])),
  };
};

/** Every command of a tree, the tree itself first. */
export const allCommands = (words: CommandWords): CommandWords[] => [
  words,
  ...words.commands.flatMap(allCommands),
];

const valuesOf = ({ argChoices }: Option | Argument, placeholder: string): Values => {
  if (argChoices !== undefined) return { kind: 'choices', choices: argChoices };
  return { kind: /file|folder|pages|reports/.test(placeholder) ? 'files' : 'free' };
};

const firstSentence = (text: string): string => text.split(/\.\s|\n/)[0] ?? '';
