import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { statusOf } from '../../../emulator/wire/fault.ts';
import { hasSharedData, needsSharedData, shared } from '../../shared-data.ts';

needsSharedData();

const tableSchema = z.object({ errors: z.array(z.object({ http: z.number(), code: z.string() })) });

/** Action → its documented errors; pages without a table are left out. */
const documented = !hasSharedData
  ? []
  : Object.entries(
      z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(readFileSync(shared('api', 'ecs-errors.json'), 'utf8'))),
    ).flatMap(([action, table]) => {
      const read = tableSchema.safeParse(table);
      return read.success ? [{ action, errors: read.data.errors }] : [];
    });

test('each error of each action has the status that the action’s page states', () => {
  const wrong = documented.flatMap(({ action, errors }) => {
    // Where a page has a code twice, the first counts.
    const first = new Map([...errors].reverse().map(({ http, code }) => [code, http]));
    return [...first]
      .filter(([code, http]) => !code.includes(' ') && statusOf(action, code) !== http)
      .map(([code, http]) => `${action} ${code}: ${statusOf(action, code)}, documented ${http}`);
  });
  expect(documented.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test('a code that no page has is a server’s error, and a name of the language is no action', () => {
  expect(statusOf('DescribeInstances', 'Nothing.Known')).toBe(500);
  expect(statusOf('constructor', 'InvalidImageId.NotFound')).toBe(404);
});
