/** One API call, free of any transport. Both wire styles (headers, or `Action=` in query or form) end here. */
export interface Call {
  /** API version; it names the product ("2014-05-26" is ECS). */
  readonly version: string;
  readonly action: string;
  /** Parameters by wire name, query and body merged, e.g. "Tag.1.Key" → "a". */
  readonly parameters: ReadonlyMap<string, string>;
  /** The parameters as they were sent, where they came by HTTP: query and form with "&" between. */
  readonly sent?: string;
  readonly accessKeyId: string;
  /** Goes with the temporary keys of a role; empty otherwise. */
  readonly securityToken: string;
  readonly format: 'JSON' | 'XML';
  /** Host that was called, for HostId and for the region of regional hosts. */
  readonly host: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Set where the body is known to have a byte for each character: nobody needs to look through it. */
  readonly isAscii?: true;
  /** The body goes out as it is, not compressed: clients compare its length and its digest with what headers say. */
  readonly isFinal?: true;
}
