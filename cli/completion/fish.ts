import { allCommands } from './words.ts';
import type { CommandWords, OptionWords, Values } from './words.ts';

/** Completion for fish 3: one `complete` a word. */
export const fishScript = (program: string, words: CommandWords): string =>
  [
    `# fish completion for ${program}`,
    // Files are offered where a command takes some.
    `complete -c ${program} -f`,
    ...allCommands(words).flatMap((command) => lines(program, command)),
    '',
  ].join('\n');

const lines = (program: string, { path, options, commands, values }: CommandWords): string[] => {
  const names = commands.map((command) => command.path.at(-1) ?? '');
  const here = `complete -c ${program} -n ${quoted(condition(path, names))}`;
  return [
    ...commands.map(({ summary }, at) => `${here} -a ${names[at] ?? ''} -d ${quoted(summary)}`),
    ...options.map((option) => `${here} ${optionWords(option)} -d ${quoted(option.description)}`),
    ...(values?.kind === 'choices' ? [`${here} -a ${quoted(values.choices.join(' '))}`] : []),
    ...(values?.kind === 'files' ? [`${here} -F`] : []),
  ];
};

/** Whether the line is at this command, and at none below it. */
const condition = (path: readonly string[], below: readonly string[]): string => {
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  return [
    ...seen,
    ...(below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(' ')}`]),
  ].join('; and ');
};

const optionWords = ({ long, short, values }: OptionWords): string =>
  [
    ...(short === '' ? [] : [`-s ${short.slice(1)}`]),
    ...(long === '' ? [] : [`-l ${long.slice(2)}`]),
    ...(values === undefined ? [] : [valueWords(values)]),
  ].join(' ');

const valueWords = (values: Values): string => {
  switch (values.kind) {
    case 'choices':
      return `-x -a ${quoted(values.choices.join(' '))}`;
    case 'files':
      return '-r -F';
    case 'free':
      return '-x';
  }
};

const quoted = (text: string): string => `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
