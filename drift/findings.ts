/** Drift as findings: the one form that reports, baselines and viewers know. */
import type { Finding } from '../findings/index.ts';
import type { Position } from '../docs-parser/index.ts';
import type { Drift, Side } from './drift.ts';
import { ruleOf } from './kinds.ts';

const start: Position = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/**
 * @param against the other source as it is named on the command line
 * @param from the first source, as named; null if it is the pages themselves
 * @param options what the source was opened with, for the command
 */
export const findingOf = (drift: Drift, against: string, from: string | null, options = ''): Finding => {
  const { kind, severity, subject, path, message, suggestion } = drift;
  const { place } = drift.from;
  return {
    rule: ruleOf(kind),
    severity,
    kind,
    message,
    type: subject.name,
    path,
    place: { file: place.file, position: place.position ?? start, text: place.quote },
    other: otherSide(drift.against),
    suggestion,
    command: `${drift.command ?? commandOf(drift, against, from)} ${options}`.trim(),
    ...(drift.breaking === undefined ? {} : { breaking: drift.breaking }),
  };
};

const otherSide = ({ source, place }: Side): NonNullable<Finding['other']> => ({
  source: source.replace(/^the /, ''),
  file: place.file === '' ? null : place.file,
  position: place.position,
  ...(place.pointer === undefined ? {} : { pointer: place.pointer }),
  text: place.quote,
});

/**
 * A command that prints the finding again, and little else.
 * @param against the other source as it is named on the command line
 * @param from the first source, as named; null if it is the pages themselves
 */
export const commandOf = (
  { kind, subject, path, from: { place } }: Drift,
  against: string,
  from: string | null,
): string =>
  [
    'alimock drift',
    ...(from === null ? [quoted(place.file)] : ['--from', quoted(from), '--type', subject.name]),
    '--against',
    quoted(against),
    '--kind',
    kind,
    ...(path === null ? [] : ['--path', quoted(path)]),
  ].join(' ');

/** A word for a shell. */
export const quoted = (text: string): string =>
  /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
