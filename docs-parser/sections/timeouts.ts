import type { Finding, Timeout } from '../page-spec.ts';
import type { Section } from './split.ts';
import { readBullet } from './bullets.ts';
import type { Bullet } from './bullets.ts';
import { unclassifiedWithin } from './entries.ts';

const operations = ['create', 'read', 'update', 'delete'] as const;

const minutesPer = { min: 1, hour: 60, h: 60, sec: 1 / 60 } as const;

/** List items that name no operation. */
export const timeoutFindings = (section: Section): Finding[] =>
  section.nodes
    .flatMap((node) => (node.type === 'list' ? node.children : []))
    .filter((item) => !operations.some((name) => name === readBullet(item)?.name))
    .flatMap(unclassifiedWithin);

/** "* `create` - (Defaults to 10 mins) Used when …" */
export const readTimeouts = (section: Section): Timeout[] =>
  section.nodes
    .flatMap((node) => (node.type === 'list' ? node.children : []))
    .flatMap((item) => {
      const bullet = readBullet(item);
      return (bullet === undefined ? null : timeoutOf(bullet)) ?? [];
    });

/** Null for a name that is no operation. */
export const timeoutOf = ({ name, flags, text: own, position }: Bullet): Timeout | null => {
  const operation = operations.find((one) => one === name);
  if (operation === undefined) return null;
  const text = [flags ?? '', own].filter((part) => part !== '').join(' ');
  return { operation, defaultMinutes: minutesIn(text), text, position };
};

const minutesIn = (text: string): number | null => {
  const match = /(\d+(?:\.\d+)?)\s*(min|hour|h|sec)/i.exec(text);
  const unit = match?.[2]?.toLowerCase();
  const factor =
    unit === 'min' || unit === 'hour' || unit === 'h' || unit === 'sec' ? minutesPer[unit] : undefined;
  return match?.[1] === undefined || factor === undefined ? null : Number(match[1]) * factor;
};
