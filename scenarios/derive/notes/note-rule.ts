import type { Argument, PageSpec, Position } from '../../../docs-parser/index.ts';
import type { Companions } from '../companions.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
import type { GivenBlock } from '../../scenario.ts';

/** One sentence of prose: of the introduction or of a note. */
export interface Sentence {
  readonly text: string;
  readonly position: Position;
}

export interface NoteContext {
  readonly page: PageSpec;
  readonly subject: Subject;
  /** Pages of what a data source lists; see companions.ts. */
  readonly companions: Companions;
}

/** Reads one family of wordings into scenarios. It knows nouns, never a page or a resource type. */
export interface NoteRule {
  /** Part of the scenarios' ids. */
  readonly name: string;
  /** Undefined: the sentence is none of this family. */
  readonly read: (sentence: Sentence, context: NoteContext) => readonly Draft[] | undefined;
}

/** "custom images" → "image"; the last word of a noun, in the singular. */
export const headNoun = (noun: string): string => {
  const last = noun.trim().toLowerCase().split(/\s+/).at(-1) ?? '';
  return last
    .replace(/ies$/, 'y')
    .replace(/(?<=(?:s|x|ch|sh))es$/, '')
    .replace(/(?<!s)s$/, '');
};

/** The argument that a noun is about: its name has the noun, or its text speaks of the noun's id. */
export const argumentAbout = (page: PageSpec, noun: string): Argument | undefined => {
  const top = page.arguments.filter(({ path }) => path.length === 1);
  return (
    top.find(({ name }) => name.split('_').includes(noun)) ??
    top.find(({ text }) => new RegExp(`\\b${noun}\\b[^.]*\\bID\\b`, 'i').test(text))
  );
};

/** The argument by which the subject names an account. */
export const accountArgument = (page: PageSpec): Argument | undefined => argumentAbout(page, 'account');

/** The subject with some arguments set otherwise. */
export const subjectWith = (subject: Subject, changes: Subject['arguments']): GivenBlock =>
  blockOf(subject, { ...subject.arguments, ...changes });
