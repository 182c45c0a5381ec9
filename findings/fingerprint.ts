import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';

/**
 * Names for findings that stay the same when lines move: a hash of rule, page, argument, message and quoted text,
 * spaces folded, and a count where several are alike. The path's folders are left out, so that a report made
 * from another folder knows its findings again.
 * @param findings in the order of the page, so that equal ones are counted in a stable order
 * @returns one for each finding, in the same order: 32 hexadecimal digits
 */
export const fingerprintsOf = (findings: readonly Finding[]): string[] => {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = identityOf(finding);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}\u0000${count}`).digest('hex').slice(0, 32);
  });
};

const identityOf = ({ rule, type, path, message, place, other }: Finding): string =>
  [rule, fileName(place.file), type, path ?? '', message, place.text ?? '', other?.source ?? '']
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .join('\u0000');

/** The file's name with the folder above it: "r/vpc.html.markdown" and "d/vpc.html.markdown" are two pages. */
const fileName = (file: string): string => file.split(/[\\/]/).slice(-2).join('/');
