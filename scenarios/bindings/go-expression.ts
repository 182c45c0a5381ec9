import { InvalidArgumentsError } from './binding.ts';

/**
 * A regular expression as Go reads it. The two languages agree on what configurations use, but for the
 * flags at the front: `(?i)ubuntu` is /ubuntu/i.
 * @throws InvalidArgumentsError
 */
export const goExpression = (text: string): RegExp => {
  const [, flags = '', pattern = ''] = /^(?:\(\?([ims]+)\))?([^]*)$/.exec(text) ?? [];
  try {
    return new RegExp(pattern, flags.includes('u') ? flags : `${flags}u`);
  } catch {
    return relaxed(pattern, flags, text);
  }
};

/** Without the flag u, which refuses escapes such as `\-` that Go lets through. */
const relaxed = (pattern: string, flags: string, text: string): RegExp => {
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidArgumentsError(`"${text}" is no regular expression: ${reason}`);
  }
};
