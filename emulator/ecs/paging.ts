import type { Context } from '../context.ts';
import { Rows } from '../state/table.ts';
import { fault } from '../wire/fault.ts';

/** What a Describe request says about its page; an action has one of the two styles or both. */
export interface PageRequest {
  readonly pageNumber?: number;
  readonly pageSize?: number;
  readonly nextToken?: string;
  readonly maxResults?: number;
}

/** Where an action's page differs from what most state. */
export interface PageLimits {
  /** PageSize and MaxResults where none is given; 10 unless the page says otherwise. */
  readonly defaultSize?: number;
  /** Largest PageSize: 100 on most pages, 50 on some. */
  readonly maxPageSize?: number;
  /** Smallest and largest MaxResults: 10 and 100 on DescribeInstances, 10 and 500 on DescribeDisks. */
  readonly minResults?: number;
  readonly maxResults?: number;
}

/** The members of a reply that tell of the page. */
export interface PageInfo {
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly totalCount: number;
  /** Empty on the last page, and where the caller pages by number. */
  readonly nextToken: string;
}

export interface Page<T> {
  readonly items: T[];
  /** Spread it into the reply. */
  readonly info: PageInfo;
}

/**
 * Cuts the asked-for page out of a list: by PageNumber and PageSize, or by NextToken and MaxResults if
 * one of those is given. A size above the largest counts as the largest, MaxResults below the smallest as
 * the smallest, and a page behind the last one is empty (limits.json and the actions' metadata).
 * @param rows a table's view, which costs no more than the page, or a filtered array; newest first
 * @throws Fault InvalidPageNumber, InvalidPageSize, InvalidNextToken
 */
export const page = <T>(
  rows: Rows<T> | readonly T[],
  request: PageRequest,
  context: Context,
  limits: PageLimits = {},
): Page<T> => {
  const totalCount = rows instanceof Rows ? rows.count : rows.length;
  const cut = (start: number, length: number): T[] =>
    rows instanceof Rows ? rows.slice(start, length) : rows.slice(start, start + length);
  return isByToken(request)
    ? tokenPage(totalCount, cut, request, context, limits)
    : numberPage(totalCount, cut, request, limits);
};

/** The members of a reply that tell of a page of an action that pages by token alone. */
export interface TokenPageInfo {
  readonly maxResults: number;
  readonly nextToken: string;
  readonly totalCount: number;
}

/**
 * {@link page} for an action that has MaxResults and NextToken and no page numbers.
 * @throws Fault InvalidNextToken
 */
export const pageByToken = <T>(
  rows: Rows<T> | readonly T[],
  request: Pick<PageRequest, 'nextToken' | 'maxResults'>,
  context: Context,
  limits: PageLimits = {},
): { readonly items: T[]; readonly info: TokenPageInfo } => {
  const { maxResults = limits.defaultSize ?? 10, nextToken = '' } = request;
  const { items, info } = page(rows, { maxResults, nextToken }, context, limits);
  return {
    items,
    info: { maxResults: info.pageSize, nextToken: info.nextToken, totalCount: info.totalCount },
  };
};

type Cut<T> = (start: number, length: number) => T[];

const isByToken = ({ nextToken = '', maxResults }: PageRequest): boolean =>
  nextToken !== '' || maxResults !== undefined;

const numberPage = <T>(
  totalCount: number,
  cut: Cut<T>,
  { pageNumber = 1, pageSize: asked }: PageRequest,
  { defaultSize = 10, maxPageSize = 100 }: PageLimits,
): Page<T> => {
  if (pageNumber < 1) throw fault('InvalidPageNumber');
  const pageSize = Math.min(asked ?? defaultSize, maxPageSize);
  if (pageSize < 1) throw fault('InvalidPageSize', { Limit: maxPageSize });
  return {
    items: cut((pageNumber - 1) * pageSize, pageSize),
    info: { pageNumber, pageSize, totalCount, nextToken: '' },
  };
};

const tokenPage = <T>(
  totalCount: number,
  cut: Cut<T>,
  { nextToken = '', maxResults: asked }: PageRequest,
  context: Context,
  { defaultSize = 10, minResults = 1, maxResults = 100 }: PageLimits,
): Page<T> => {
  const pageSize = Math.min(Math.max(asked ?? defaultSize, minResults), maxResults);
  const start = nextToken === '' ? 0 : Math.max(0, totalCount - readToken(nextToken, context));
  const items = cut(start, pageSize);
  const remaining = Math.max(0, totalCount - start - items.length);
  const info = { pageNumber: 1, pageSize, totalCount };
  return { items, info: { ...info, nextToken: remaining === 0 ? '' : writeToken(remaining, context) } };
};

/*
 * A token says how many rows are still to come. Lists are newest first, so rows that are made between two
 * calls do not shift what the caller has yet to see. It is of no use to another action, account or region.
 */
const writeToken = (remaining: number, context: Context): string => {
  const count = remaining.toString(16).padStart(8, '0');
  return `${checksum(`${count}/1`, context)}${count}${checksum(`${count}/2`, context)}${checksum(`${count}/3`, context)}`;
};

const readToken = (token: string, context: Context): number => {
  const remaining = Number.parseInt(token.slice(8, 16), 16);
  if (!(remaining > 0) || writeToken(remaining, context) !== token) throw fault('InvalidNextToken');
  return remaining;
};

/** FNV-1a, 32 bits, as 8 hexadecimal digits. */
const checksum = (text: string, { action, accountId, regionId }: Context): string => {
  let hash = 0x811c9dc5;
  for (const character of `${action}/${accountId}/${regionId}/${text}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
};
