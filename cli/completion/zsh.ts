import { allCommands } from './words.ts';
import type { CommandWords, OptionWords, Values } from './words.ts';

/** Completion for zsh: one function a command, each an `_arguments` of zsh's own completion system. */
export const zshScript = (program: string, words: CommandWords): string => `#compdef ${program}
# zsh completion for ${program}
${allCommands(words)
  .map((command) => functionOf(program, command))
  .join('\n')}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then ${nameOf(program, words.path)} "$@"
else compdef ${nameOf(program, words.path)} ${program}
fi
`;

const nameOf = (program: string, path: readonly string[]): string => ['', program, ...path].join('_');

const functionOf = (program: string, { path, options, commands, values }: CommandWords): string => {
  const specs = options.map(optionSpec);
  const rest = values === undefined ? [] : [`'*:: :${action(values)}'`];
  if (commands.length === 0) {
    return `${nameOf(program, path)}() {\n  _arguments -s \\\n    ${[...specs, ...rest].join(' \\\n    ')}\n}`;
  }
  const names = commands.map((command) => command.path.at(-1) ?? '');
  return `${nameOf(program, path)}() {
  local curcontext="$curcontext" state line
  local -A opt_args
  local -a commands=(
${commands.map(({ summary }, at) => `    ${quoted(`${names[at] ?? ''}:${summary}`)}`).join('\n')}
  )
  _arguments -C -s \\
    ${specs.join(' \\\n    ')} \\
    '1: :->first' '*:: :->rest'
  case $state in
    first) _describe command commands${values === undefined ? '' : ` || ${action(values)}`} ;;
    rest)
      case $line[1] in
${commands.map((command, at) => `        ${names[at] ?? ''}) ${nameOf(program, command.path)} ;;`).join('\n')}${
    values === undefined ? '' : `\n        *) ${action(values)} ;;`
  }
      esac ;;
  esac
}`;
};

const optionSpec = ({ long, short, description, values }: OptionWords): string => {
  const text = `[${description.replace(/[[\]:\\]/g, String.raw`\$&`)}]`;
  const value = values === undefined ? '' : `: :${action(values)}`;
  if (short === '' || long === '') return quoted(`${long}${short}${text}${value}`);
  return `${quoted(`(${short} ${long})`)}{${short},${long}}${quoted(`${text}${value}`)}`;
};

const action = (values: Values): string => {
  switch (values.kind) {
    case 'choices':
      return `(${values.choices.join(' ')})`;
    case 'files':
      return '_files';
    case 'free':
      return ' ';
  }
};

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
