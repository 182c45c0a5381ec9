import { Cron } from 'croner';
import { fault } from '../wire/fault.ts';

const unitMilliseconds = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Cron expressions and times without a zone are in the instance's, which is UTC+8 (RunCommand.md, Frequency). */
const defaultZone = 'Asia/Shanghai';

const rate = /^rate\(\s*(\d+)\s*([mhd])\s*\)$/;
const once = /^at\(\s*(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?: ([^)]+))?\s*\)$/;

/**
 * When a scheduled command runs next: "rate(5m)", "at(2020-06-06 13:15:30 Asia/Shanghai)", or a cron
 * expression of six or seven fields, with a time zone behind if one is meant.
 * @param frequency as the request has it
 * @param after milliseconds
 * @returns milliseconds; undefined where it does not run again
 * @throws Fault InvalidParam.Frequency where it is none of these
 */
export const nextInvocation = (frequency: string, after: number): number | undefined => {
  const [, amount, unit] = rate.exec(frequency) ?? [];
  if (amount !== undefined && (unit === 'm' || unit === 'h' || unit === 'd')) {
    const interval = Number(amount) * unitMilliseconds[unit];
    // At least a minute, at most a week (RunCommand.md, Frequency).
    if (interval < unitMilliseconds.m || interval > 7 * unitMilliseconds.d) throw refusal(frequency);
    return after + interval;
  }
  const [, day, time, zone = defaultZone] = once.exec(frequency) ?? [];
  if (day !== undefined && time !== undefined) return timeOf(`${day}T${time}`, zone, after, frequency);
  const fields = frequency.trim().split(/\s+/);
  const zoneOfCron = fields.length > 6 && /[A-Za-z]+\/[A-Za-z]+|^(?:GMT|UTC)/.test(fields.at(-1) ?? '');
  const pattern = (zoneOfCron ? fields.slice(0, -1) : fields).join(' ');
  const timezone = zoneOfCron ? (fields.at(-1) ?? defaultZone) : defaultZone;
  if (pattern.split(' ').length < 6) throw refusal(frequency);
  return timeOf(pattern, timezone, after, frequency);
};

const refusal = (frequency: string): ReturnType<typeof fault> =>
  fault('InvalidParam.Frequency', { Frequency: frequency });

/** croner takes a time as well as a pattern. */
const timeOf = (pattern: string, timezone: string, after: number, frequency: string): number | undefined => {
  try {
    return new Cron(pattern, { timezone, paused: true }).nextRun(new Date(after))?.getTime();
  } catch {
    throw refusal(frequency);
  }
};
