import { crc32 } from 'node:zlib';
import type { Value } from '../scenario.ts';
import type { Attributes } from './binding.ts';

/** Attributes from what the API answered; a member that it left out is left out. */
export const attributes = (members: Readonly<Record<string, unknown>>): Attributes =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, member]) => {
      const value = toValue(member);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const toValue = (member: unknown): Value | undefined => {
  if (member === null || member === undefined) return undefined;
  if (typeof member === 'string' || typeof member === 'number' || typeof member === 'boolean') return member;
  if (Array.isArray(member)) return member.flatMap((item) => toValue(item) ?? []);
  if (typeof member === 'object') return attributes({ ...member });
  return undefined;
};

/**
 * The id that the provider gives a data source: a CRC-32 of the ids that it found (dataResourceIdHash in
 * data_source_alicloud_common.go).
 */
export const idOfIds = (ids: readonly string[]): string => String(crc32(ids.map((id) => `${id}-`).join('')));
