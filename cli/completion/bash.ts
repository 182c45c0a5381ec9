import { allCommands } from './words.ts';
import type { CommandWords, OptionWords, Values } from './words.ts';

/**
 * Completion for bash 3.2 and newer, which needs nothing else. Nothing of the line is evaluated, and alimock is not
 * started at a Tab.
 */
export const bashScript = (program: string, words: CommandWords): string => {
  const commands = allCommands(words);
  const inner = commands.filter(({ path }) => path.length > 0);
  return `# bash completion for ${program}
_${program}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' words='' files='' at
  # bash takes "--format=json" for three words.
  if [[ $cur == = ]]; then cur=''
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "$command\${command:+ }\${COMP_WORDS[at]}" in
${inner.map(({ path }) => `      '${path.join(' ')}') command='${path.join(' ')}' ;;`).join('\n')}
    esac
  done
  case "$command $prev" in
${commands.flatMap(valueCases).join('\n')}
    *)
      case "$command" in
${commands.map(wordCase).join('\n')}
      esac ;;
  esac
  # Not with $(compgen …): a word that a person has typed stays a word.
  COMPREPLY=()
  while IFS='' read -r at; do COMPREPLY+=("$at"); done < <(compgen -W "$words" -- "$cur")
  [[ -n $files && \${#COMPREPLY[@]} -eq 0 ]] || compopt +o default 2> /dev/null
}
complete -o default -F _${program} ${program}
`;
};

/** After an option that takes a value. */
const valueCases = ({ path, options }: CommandWords): string[] =>
  options.flatMap(({ long, short, values }) => {
    if (values === undefined) return [];
    const names = [long, short].filter((name) => name !== '').map((name) => `'${path.join(' ')} ${name}'`);
    return [`    ${names.join('|')}) ${assignments(values, [])} ;;`];
  });

const wordCase = ({ path, options, commands, values }: CommandWords): string => {
  const flags = options.flatMap(namesOf).join(' ');
  const rest = assignments(
    values,
    commands.map((command) => command.path.at(-1) ?? ''),
  );
  return `        '${path.join(' ')}') if [[ $cur == -* ]]; then words='${flags}'; else ${rest}; fi ;;`;
};

const assignments = (values: Values | undefined, names: readonly string[]): string => {
  const words = [...names, ...(values?.kind === 'choices' ? values.choices : [])];
  return `words='${words.join(' ')}'${values?.kind === 'files' ? ' files=yes' : ''}`;
};

const namesOf = ({ long, short }: OptionWords): string[] => [long, short].filter((name) => name !== '');
