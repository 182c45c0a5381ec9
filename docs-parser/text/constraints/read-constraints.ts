import type { Constraints } from '../../page-spec.ts';
import type { Position } from '../../position.ts';
import { conflictingArguments, isImmutable, requiredWhen } from './conditions.ts';
import { defaultValue } from './default-value.ts';
import { lengthRange, maxItems, numberRange, unitOf } from './numbers.ts';
import { validValues } from './valid-values.ts';

/** What a page says about one argument. */
export interface Wording {
  readonly name: string;
  /** Plain text with inline code in backticks. */
  readonly text: string;
  /** Values that its lists name. */
  readonly values: readonly string[];
  /** What its lists say, one text an item. */
  readonly items: readonly string[];
}

/**
 * Reads what the text of an argument states about its values.
 * @param position place of the text; the constraints carry it
 */
export const readConstraints = ({ name, text, values, items }: Wording, position: Position): Constraints => {
  const inline = validValues(text);
  // A list may explain some of the values that the text names.
  const isExplained = values.every((value) => inline.includes(value));
  const allowed = isExplained ? inline : [...values];
  const standard = defaultValue(text, items);
  const length = lengthRange(text);
  const range = length === null ? numberRange(text) : null;
  const most = maxItems(text);
  const conflicts = [text, ...items].flatMap(conflictingArguments);
  // "One of `a` and `b`" names the argument itself as well; nothing conflicts with itself.
  const others = [...new Set(conflicts)].filter((other) => other !== name);
  const condition = requiredWhen(text, name);
  const unit = unitOf(text);
  return {
    validValues: allowed.length === 0 ? null : { values: allowed, position },
    default: standard === null ? null : { value: standard, position },
    range: range === null ? null : { ...range, position },
    length: length === null ? null : { ...length, position },
    maxItems: most === null ? null : { value: most, position },
    conflictsWith: others.length === 0 ? null : { arguments: others, position },
    requiredWhen: condition === null ? null : { condition, position },
    immutable: isImmutable(text) ? { position } : null,
    unit: unit === null ? null : { value: unit, position },
  };
};
