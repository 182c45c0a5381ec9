import { Argument, Command } from 'commander';
import type { CommandWords } from './completion/words.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

type Shell = (typeof shells)[number];

/** `alimock completion SHELL`: a script for the shell, written from the commands and options as they are. */
export const completionCommand = (): Command =>
  new Command('completion')
    .summary('print a script that completes commands and options in your shell')
    .description(
      'Prints a script for your shell, which then completes commands, options, their values and files. ' +
        'It completes the command alimock: install it with npm install --global, or make an alias of that name.',
    )
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .addHelpText(
      'after',
      `
Where to put it:
  bash  echo 'source <(alimock completion bash)' >> ~/.bashrc
  zsh   echo 'source <(alimock completion zsh)' >> ~/.zshrc      (after the line with compinit)
  fish  alimock completion fish > ~/.config/fish/completions/alimock.fish`,
    )
    .action(async (shell: Shell, _options: unknown, command: Command) => {
      const program = command.parent ?? command;
      const { wordsOf } = await import('./completion/words.ts');
      process.stdout.write((await writerOf(shell))(program.name(), wordsOf(program)));
    });

/** Each script's writer is loaded where it is wanted: nothing else waits for it. */
const writerOf = async (shell: Shell): Promise<(program: string, words: CommandWords) => string> => {
  switch (shell) {
    case 'bash':
      return (await import('./completion/bash.ts')).bashScript;
    case 'zsh':
      return (await import('./completion/zsh.ts')).zshScript;
    case 'fish':
      return (await import('./completion/fish.ts')).fishScript;
  }
};
