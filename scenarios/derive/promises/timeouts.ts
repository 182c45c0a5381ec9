import type { PageSpec, Timeout } from '../../../docs-parser/index.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';

/** A timeout without the steps that show it. */
export const timeoutPromise = ({ operation, defaultMinutes, position }: Timeout): Draft => ({
  id: `timeout/${operation}`,
  kind: 'timeout',
  title: `${operation} takes at most ${defaultMinutes ?? 'some'} minutes`,
  position,
});

/** How long the provider waits; how long the service takes is nothing that an emulator could show. */
export const timeoutPromises = (page: PageSpec, subject: Subject): Draft[] =>
  page.timeouts.map((timeout) => {
    const { operation, defaultMinutes: minutes } = timeout;
    const expected = { timeoutOf: subject.address, operation, minutes };
    return {
      ...timeoutPromise(timeout),
      given: subject.given,
      steps: [step({ create: blockOf(subject) }, expected)],
    };
  });
