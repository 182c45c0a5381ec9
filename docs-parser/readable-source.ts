/** Bytes, and characters; the largest real page of the provider has 200 kB. */
export const maxPageSize = 1024 * 1024;

/** A text that is no documentation page at all. */
export class UnreadablePageError extends Error {
  /** The message without the file: "is no text. …" */
  readonly reason: string;

  constructor(file: string, reason: string) {
    super(`${file} ${reason}`);
    this.reason = reason;
    this.name = 'UnreadablePageError';
  }
}

/** "1.4 MB is more than a documentation page has, which is 1.0 MB at most" */
export const tooLarge = (size: number): string => {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  return `has ${megabytes(size)} MB; a documentation page has at most ${megabytes(maxPageSize)} MB.`;
};

/**
 * The page's text as the Markdown parser is to see it, every character at its place.
 * @throws UnreadablePageError for what is no text, or far larger than any page
 */
export const readableSource = (source: string, file: string): string => {
  if (source.length > maxPageSize) throw new UnreadablePageError(file, tooLarge(source.length));
  if (source.includes('\u0000') || source.split('\uFFFD').length - 1 > source.length / 20) {
    throw new UnreadablePageError(file, 'is no text. Expected a documentation page in Markdown, in UTF-8.');
  }
  if (deeplyNested.test(source)) throw new UnreadablePageError(file, tooDeep);
  return calmed(source.replace(/^\uFEFF/, ''));
};

/** What is said of lists and quotations that stand in each other beyond all measure. */
export const tooDeep = 'is nested hundreds of levels deep, as no documentation page is.';

/** A line that opens 200 lists and quotations in each other. micromark takes quadratic time for them. */
const deeplyNested = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){200}/m;

/** Openers of comments, instructions and declarations; a real page has a handful. */
const htmlOpeners = /<(?=[!?])/g;
const mostHtmlOpeners = 200;

/**
 * micromark looks for the end of each `<!--` and `<?` anew, which takes quadratic time where none ends. From
 * the 200th on they are text: another character of the same width stands in their place.
 */
const calmed = (source: string): string => {
  let count = 0;
  return source.replace(htmlOpeners, (opener) => (++count > mostHtmlOpeners ? '‹' : opener));
};
