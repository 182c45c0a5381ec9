/**
 * A page of docs/ as a program: its fenced blocks, each with a word after the language that says what a
 * user does with it.
 *
 *   ```yaml file=NAME   saves it             ```sh serve     starts the server with it
 *   ```sh run           runs it              ```text output  sees this; a line "…" stands for any lines
 *   ```sh install       installs with it     ```sh unchecked runs it, but no test can
 *   ```sh set           sets variables for the lines that follow
 */
import { readFileSync } from 'node:fs';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';

const kinds = ['file', 'serve', 'run', 'output', 'install', 'set', 'unchecked'] as const;

export interface Block {
  readonly kind: (typeof kinds)[number];
  /** Name of a file; empty for the other kinds. */
  readonly name: string;
  readonly text: string;
  /** Of the page. */
  readonly line: number;
}

/**
 * The blocks of a page, in order.
 * @throws Error at a block that does not say what is done with it
 */
export const readPage = (file: string): Block[] => {
  const blocks: Block[] = [];
  visit(remark().parse(readFileSync(file, 'utf8')), 'code', ({ meta, value, position }) => {
    const line = position?.start.line ?? 0;
    const [word = '', name = ''] = (meta ?? '').split('=');
    const kind = kinds.find((known) => known === word);
    if (kind === undefined) throw new Error(`${file}:${line}: nobody runs this block: "${meta ?? ''}"`);
    blocks.push({ kind, name, text: value, line });
  });
  return blocks;
};

/** Ids and times are new in each run: "m-bp1jzu5kkm0wya63ivhf" becomes "m-…", "(2.4 s)" becomes "(…)". */
const withoutChance = (text: string): string =>
  text.replace(/\b([a-z]{1,4})-[0-9a-z]{20}\b/g, '$1-…').replace(/\(\d+(\.\d+)? ?m?s\)/g, '(…)');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whether a program printed what the page shows. */
export const isShown = (printed: string, shown: string): boolean => {
  const pattern = withoutChance(shown)
    .split('\n')
    .map((line) => (line === '…' ? String.raw`(?:.*\n)*?` : `${escaped(line)}\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(`${withoutChance(printed).trim()}\n`);
};

export interface SessionStep {
  readonly command: string;
  readonly shown: string;
}

/**
 * What a terminal has shown: a line "$ …" is typed, what follows is the answer.
 * @throws Error where the page has no such block
 */
export const readSession = (file: string): SessionStep[] => {
  const steps: SessionStep[] = [];
  visit(remark().parse(readFileSync(file, 'utf8')), 'code', ({ meta, value }) => {
    if (meta !== 'session') return;
    for (const part of value.split(/^\$ /m).slice(1)) {
      const [command = '', ...shown] = part.trim().split('\n');
      steps.push({ command, shown: shown.join('\n') });
    }
  });
  if (steps.length === 0) throw new Error(`${file} shows no session`);
  return steps;
};
