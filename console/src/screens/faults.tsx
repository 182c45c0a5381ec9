import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useChange, useFaults } from '../api/queries.ts';
import type { Fault, FaultRequest } from '../api/types.ts';
import { useScope } from '../scope.ts';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';

const outcomes = [
  { id: 'error', text: 'fails with an error' },
  { id: 'delay', text: 'is delayed' },
  { id: 'before', text: 'loses its connection before it is done' },
  { id: 'after', text: 'loses its connection after it is done' },
] as const;

type Outcome = (typeof outcomes)[number]['id'];

interface Draft {
  readonly action: string;
  readonly call: string;
  readonly times: string;
  readonly outcome: Outcome;
  readonly code: string;
  readonly delay: string;
}

const emptyDraft: Draft = {
  action: 'RunInstances',
  call: '1',
  times: '1',
  outcome: 'error',
  code: 'ServiceUnavailable',
  delay: '2000',
};

const requestOf = (draft: Draft, accountId: string): FaultRequest => ({
  action: draft.action,
  accountId: accountId === '' ? null : accountId,
  call: Number(draft.call),
  times: draft.times === '' ? null : Number(draft.times),
  ...(draft.outcome === 'error' ? { error: { code: draft.code } } : {}),
  ...(draft.outcome === 'delay' ? { delayMilliseconds: Number(draft.delay) } : {}),
  ...(draft.outcome === 'before' || draft.outcome === 'after' ? { dropConnection: draft.outcome } : {}),
});

/** Faults: what is to go wrong, added, listed and taken back. */
export const FaultsSection = () => {
  const { data } = useFaults();
  const [{ accountId }] = useScope();
  const change = useChange();
  const [draft, setDraft] = useState(emptyDraft);
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const faults = data?.faults ?? [];
  return (
    <section className="panel" aria-labelledby="faults-title">
      <h2 id="faults-title">Faults</h2>
      <Form
        className="bar bottom"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ method: 'POST', path: '/faults', body: requestOf(draft, accountId) });
        }}
      >
        <Field label="Action, * for all" value={draft.action} onChange={(action) => set({ action })} />
        <Field label="From call" type="number" value={draft.call} onChange={(call) => set({ call })} />
        <Field
          label="Times, empty: always"
          type="number"
          value={draft.times}
          onChange={(times) => set({ times })}
        />
        <Choice
          label="What happens"
          options={outcomes}
          value={draft.outcome}
          onChange={(outcome) => set({ outcome: outcome as Outcome })}
        />
        {draft.outcome === 'error' && (
          <Field label="Error code" value={draft.code} onChange={(code) => set({ code })} />
        )}
        {draft.outcome === 'delay' && (
          <Field
            label="Milliseconds"
            type="number"
            value={draft.delay}
            onChange={(delay) => set({ delay })}
          />
        )}
        <Button type="submit" className="button primary">
          Add
        </Button>
      </Form>
      {change.isError && (
        <p className="notice bad" role="alert">
          {change.error.message}
        </p>
      )}
      {faults.length === 0 ? (
        <p className="empty">Nothing is to go wrong.</p>
      ) : (
        <>
          <ul className="links">
            {faults.map((fault) => (
              <li key={fault.id}>
                <span>{describe(fault)}</span>
                <Button
                  className="button small"
                  aria-label={`Remove ${fault.id}`}
                  onPress={() => change.mutate({ method: 'DELETE', path: `/faults/${fault.id}` })}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
          <Button className="button" onPress={() => change.mutate({ method: 'DELETE', path: '/faults' })}>
            Remove all
          </Button>
        </>
      )}
    </section>
  );
};

const describe = (fault: Fault): string => {
  const { action, accountId, call, times, error, delayMilliseconds, dropConnection, seen } = fault;
  const what = [
    ...(error === null ? [] : [`fails with ${error.code}`]),
    ...(delayMilliseconds === 0 ? [] : [`waits ${delayMilliseconds} ms`]),
    ...(dropConnection === null ? [] : [`loses its connection ${dropConnection} it is done`]),
  ].join(', ');
  const who = accountId === null ? '' : ` of ${accountId}`;
  return `${action === '*' ? 'Every call' : action}${who}, from call ${call}, ${times === null ? 'always' : `${times}×`}: ${what} (${seen} seen)`;
};
