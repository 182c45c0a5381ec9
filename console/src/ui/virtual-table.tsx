import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useMedia } from './use-media.ts';

export interface Column<Line> {
  readonly id: string;
  readonly title: string;
  /** CSS grid track. */
  readonly width: string;
  readonly cell: (line: Line) => ReactNode;
  /** Shown on a phone as well. */
  readonly isMain?: boolean;
}

const columnGap = 12;

/** The tracks' least widths with what is between and around them, so that all lines are equally wide. */
const leastWidth = (columns: readonly { readonly width: string }[]): number =>
  columns.reduce((sum, { width }) => sum + Number(/\d+/.exec(width)?.[0] ?? 0) + columnGap, columnGap);

const rowHeight = 34;
const phoneRowHeight = 52;

/**
 * A table of which only the visible lines are in the page, however many there are. Arrow keys open the next line, Escape closes it.
 */
export const VirtualTable = <Line,>({
  label,
  columns,
  lines,
  keyOf,
  selectedKey,
  onOpen,
  onClose,
  whenEmpty,
}: {
  label: string;
  columns: readonly Column<Line>[];
  lines: readonly Line[];
  keyOf: (line: Line) => string;
  selectedKey: string;
  onOpen: (line: Line) => void;
  /** Escape: what was opened is to go. */
  onClose: () => void;
  /** Stands in the table where it has no lines. */
  whenEmpty: string;
}) => {
  const scroller = useRef<HTMLDivElement>(null);
  const isPhone = useMedia('(max-width: 720px)');
  const height = isPhone ? phoneRowHeight : rowHeight;
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler runs here
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const selected = lines.findIndex((line) => keyOf(line) === selectedKey);
  const shown = columns.filter(({ isMain = false }) => !isPhone || isMain);
  const minWidth = isPhone ? 0 : leastWidth(shown);
  const template = isPhone ? '1fr auto' : shown.map(({ width }) => width).join(' ');

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2);
    const target = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: lines.length - 1,
    }[event.key];
    if (target === undefined || lines.length === 0) return;
    event.preventDefault();
    const at = Math.min(Math.max(target, 0), lines.length - 1);
    const line = lines[at];
    if (line === undefined) return;
    virtual.scrollToIndex(at);
    onOpen(line);
  };

  return (
    <div
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={shown.length}
      tabIndex={0}
      {...(selected >= 0 ? { 'aria-activedescendant': `line-${selected}` } : {})}
      onKeyDown={move}
      ref={scroller}
    >
      <div
        role="row"
        aria-rowindex={1}
        className="table-head"
        style={{ gridTemplateColumns: template, minWidth }}
      >
        {shown.map(({ id, title }) => (
          <span role="columnheader" key={id}>
            {title}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize(), minWidth }}>
        {lines.length === 0 && (
          <div role="row">
            <div role="gridcell" className="empty">
              {whenEmpty}
            </div>
          </div>
        )}
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <div
              key={keyOf(line)}
              id={`line-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === selected}
              className="table-row"
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)`, height }}
              onClick={() => onOpen(line)}
            >
              {shown.map(({ id, cell }) => (
                <span role="gridcell" key={id}>
                  {cell(line)}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
};
