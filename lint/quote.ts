import type { PageSpec, Position } from '../docs-parser/index.ts';
import type { OtherSide } from '../findings/index.ts';

/** A line of another page, or of this one, that a finding is in contradiction to. */
export const quotePage = (page: PageSpec, position: Position, text: string): OtherSide => ({
  source: `page of ${page.kind === 'data-source' ? 'data source ' : ''}${page.name}`,
  file: page.file,
  position,
  text: text.length > 300 ? `${text.slice(0, 299)}…` : text,
});
