import type { Row } from '../table.ts';

/** Who may use a bucket or an object besides its owner. "default", of objects: as the bucket says. */
export type OssAcl = 'private' | 'public-read' | 'public-read-write';

/** A bucket. Its id is its name, which all accounts share. */
export interface OssBucket extends Row {
  /** False where it was made at an address that names no region, such as an IP address: it counts as being in each. */
  readonly hasRegion: boolean;
  readonly acl: OssAcl;
  readonly storageClass: string;
  readonly redundancyType: string;
  readonly resourceGroupId: string;
  /** Settings by sub-resource ("cors", "lifecycle", …): the documents that were put. */
  readonly settings: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** An object. Its id is "bucket/key". */
export interface OssObject extends Row {
  readonly bucket: string;
  readonly key: string;
  /** A character for each byte. */
  readonly content: string;
  /** MD5 of the content, hexadecimal, in capitals. */
  readonly etag: string;
  readonly contentType: string;
  /** Further headers that were put with it, and that go out with it: Cache-Control, x-oss-meta-… */
  readonly headers: Readonly<Record<string, string>>;
  readonly acl: OssAcl | 'default';
  readonly modifiedAt: number;
}
