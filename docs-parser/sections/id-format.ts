import type { Attribute, IdFormat } from '../page-spec.ts';
import { readIdTemplate } from '../text/id-template.ts';

/** The format that the `id` attribute's text gives; null where it gives none. */
export const readIdFormat = (attributes: readonly Attribute[]): IdFormat | null => {
  const id = attributes.find(({ path }) => path.length === 1 && path[0] === 'id');
  const format = id === undefined ? null : readIdTemplate(id.text);
  return id === undefined || format === null ? null : { ...format, position: id.position };
};
