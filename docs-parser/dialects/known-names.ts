/** What the page around an example says of names. CDKTF's own spelling of a name does not tell it all. */
export interface PageNames {
  /** The type that the page is about; null where nobody knows. Its provider is that of classes without import. */
  readonly type: string | null;
  /** Names of its arguments and attributes at every depth. */
  readonly names: readonly string[];
  /** Names of arguments that have arguments of their own: nested blocks. */
  readonly blocks: ReadonlySet<string>;
  /** Names of arguments that are maps: their keys are the user's. */
  readonly maps: ReadonlySet<string>;
}

export const noNames: PageNames = { type: null, names: [], blocks: new Set(), maps: new Set() };
