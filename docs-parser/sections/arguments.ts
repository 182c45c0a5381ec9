import type { RootContent } from 'mdast';
import type { Argument, Attribute, Finding } from '../page-spec.ts';
import { finding } from '../rules.ts';
import { readConstraints } from '../text/constraints/read-constraints.ts';
import { noFlags, readFlags } from '../text/flags.ts';
import { readIdTemplate } from '../text/id-template.ts';
import { readEntries } from './entries.ts';

/** Arguments of a section, nested ones included, in the order of the page. */
export const readArguments = (
  nodes: readonly RootContent[],
  source: string,
): { arguments: Argument[]; findings: Finding[] } => {
  const { entries, findings } = readEntries(nodes, source, 'arguments');
  const seen = new Set<string>();
  const found = entries.map(({ path, bullet, values, items, text }): Argument => {
    const { position } = bullet;
    const flags = bullet.flags === null ? noFlags() : readFlags(bullet.flags);
    const argument = {
      name: bullet.name,
      path: [...path],
      flags,
      text,
      constraints: readConstraints({ name: bullet.name, text: bullet.wording, values, items }, position),
      position,
    };
    findings.push(...flagFindings(argument));
    if (seen.has(path.join('.'))) {
      findings.push(finding('argument-duplicate', position, `${path.join('.')} is described twice.`));
    }
    seen.add(path.join('.'));
    return argument;
  });
  return { arguments: found, findings };
};

/** Attributes of a section, nested ones included. */
export const readAttributes = (
  nodes: readonly RootContent[],
  source: string,
): { attributes: Attribute[]; findings: Finding[] } => {
  const { entries, findings } = readEntries(nodes, source, 'attributes');
  const seen = new Set<string>();
  const attributes = entries.map(({ path, bullet, text }): Attribute => {
    const { position } = bullet;
    if (seen.has(path.join('.'))) {
      findings.push(finding('attribute-duplicate', position, `${path.join('.')} is described twice.`));
    }
    seen.add(path.join('.'));
    return {
      name: bullet.name,
      path: [...path],
      text,
      format: readIdTemplate(bullet.text)?.template ?? null,
      flags: bullet.flags === null ? null : readFlags(bullet.flags),
      position,
    };
  });
  return { attributes, findings };
};

const flagFindings = ({ path, flags, constraints, position }: Argument): Finding[] => {
  const name = path.join('.');
  const isSettable = flags.deprecated === null && flags.removed === null && !flags.computed;
  return [
    ...(flags.required && flags.optional
      ? [finding('flags-contradictory', position, `${name} is both Required and Optional.`)]
      : []),
    ...(!flags.required && !flags.optional && isSettable
      ? [finding('flags-missing', position, `${name} is neither Required nor Optional.`)]
      : []),
    ...(flags.required && constraints.default !== null
      ? [
          finding(
            'required-with-default',
            position,
            `${name} is Required, and states the default ${constraints.default.value}.`,
          ),
        ]
      : []),
    ...flags.unknown.map((word) =>
      finding('flag-unknown', position, `"${word}" behind ${name} is not known.`),
    ),
  ];
};
