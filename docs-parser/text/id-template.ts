import type { IdFormat } from '../page-spec.ts';

/** "<image_id>:<account_id>" cut into its parts. Spaces inside the brackets do not count. */
export const readIdTemplate = (text: string): Omit<IdFormat, 'position'> | null => {
  const template = templatePattern.exec(text)?.[0];
  if (template === undefined) return null;
  const parts = [...template.matchAll(/<\s*([^<>]*?)\s*>/g)].map((match) => match[1] ?? '');
  const separator = />[`"']?\s*([^<>`"'\s\w])\s*[`"']?</.exec(template)?.[1] ?? null;
  return {
    template: parts.map((part) => `<${part}>`).join(separator ?? ''),
    parts,
    separator,
  };
};

/** Names in angle brackets with a separator between them; each may have ticks of its own. */
const templatePattern = /<\s*[\w .-]{1,64}?\s*>(?:[`"']?\s*[:#/_|,-]\s*[`"']?<\s*[\w .-]{1,64}?\s*>)*/;
