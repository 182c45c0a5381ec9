/**
 * Text without control characters, line breaks and tabs excepted: a page must not steer the terminal that shows a
 * report, and XML 1.0 forbids most of them, even as references (section 2.2, "Characters").
 */
export const printable = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are the characters that are meant
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '\uFFFD');

/** The same on one line. */
export const printableLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());
