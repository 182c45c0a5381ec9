import type { Argument } from '../../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../../scenario.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';

/** The subject's block with one argument set, and those that conflict with it left out. */
export const withArgument = (argument: Argument, subject: Subject, value: Value): GivenBlock => {
  const conflicting = new Set(argument.constraints.conflictsWith?.arguments);
  const others = Object.entries(subject.arguments).filter(([name]) => !conflicting.has(name));
  return blockOf(subject, { ...Object.fromEntries(others), [argument.name]: value });
};
