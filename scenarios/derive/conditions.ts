/** Arguments that a page allows or asks for only beside another one: "`kms_key_id` is only valid when `encrypted` is `true`". */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';

/** What must be so of another argument. */
export interface Condition {
  /** The other argument. */
  readonly name: string;
  /** Null: that it has a value at all. */
  readonly value: string | null;
}

const wording =
  /^(?:the\s+|parameter\s+)*[`'"]?([A-Za-z][\w.]*)[`'"]?(?:\s+parameter)?\s+(?:is\s+(?:set\s+to\s+)?|equals\s+)[`'"]?([\w.-]+)[`'"]?$/;

/**
 * The condition under which a page says that an argument takes effect, or is required.
 * @returns null where the page states none, or none that names another argument
 */
export const conditionOf = ({ constraints, name }: Argument, page: PageSpec): Condition | null => {
  const [, written = '', value = ''] = wording.exec(constraints.requiredWhen?.condition.trim() ?? '') ?? [];
  if (written === '') return null;
  const isAny = /^(?:set|specified)$/.test(value);
  const other = argumentWritten(written, isAny ? null : value, page);
  return other === undefined || other.name === name
    ? null
    : { name: other.name, value: isAny ? null : value };
};

/** Arguments that are required as soon as this one has a value, or this value. */
export const requiredBeside = (name: string, value: unknown, page: PageSpec): Argument[] =>
  page.arguments.filter((other) => {
    const condition = conditionOf(other, page);
    return (
      other.path.length === 1 &&
      condition?.name === name &&
      (condition.value === null || condition.value === String(value)) &&
      /\brequired\b|\bmust be\b/i.test(other.text)
    );
  });

/** "InstanceChargeType" is `instance_charge_type`, and "ChargeType", of PrePaid, the `payment_type` that may be PrePaid. */
const argumentWritten = (written: string, value: string | null, page: PageSpec): Argument | undefined => {
  const snake = written.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
  const top = page.arguments.filter(({ path }) => path.length === 1);
  const lastWord = snake.split('_').at(-1) ?? snake;
  return (
    top.find(({ name }) => name === snake) ??
    top.find(
      ({ name, constraints }) =>
        value !== null &&
        name.endsWith(`_${lastWord}`) &&
        constraints.validValues?.values.includes(value) === true,
    )
  );
};
