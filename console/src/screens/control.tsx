import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useBackend, useChange, useClock } from '../api/queries.ts';
import type { Clock, Pace } from '../api/types.ts';
import { useScope } from '../scope.ts';
import { Choice } from '../ui/choice.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FaultsSection } from './faults.tsx';

export const ControlScreen = () => (
  <div className="stack">
    <ClockSection />
    <FaultsSection />
    <StateSection />
  </div>
);

const minute = 60_000;
const steps = [
  { text: '1 minute', milliseconds: minute },
  { text: '1 hour', milliseconds: 60 * minute },
  { text: '1 day', milliseconds: 24 * 60 * minute },
  { text: '30 days', milliseconds: 30 * 24 * 60 * minute },
];

const ClockSection = () => {
  const { data } = useClock();
  const change = useChange<Clock>();
  const post = (body: { advanceMilliseconds?: number; pace?: Pace }): void =>
    change.mutate({ method: 'POST', path: '/clock', body });
  return (
    <section className="panel" aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <p>
        <span className="mono">{data?.now.replace('T', ' ').slice(0, 19)} UTC</span>
        <span className="dim"> · {aheadText(data?.aheadMilliseconds ?? 0)}</span>
      </p>
      <div className="bar bottom">
        <span className="before-buttons">Advance by</span>
        {steps.map(({ text, milliseconds }) => (
          <Button key={text} className="button" onPress={() => post({ advanceMilliseconds: milliseconds })}>
            {text}
          </Button>
        ))}
        <Choice
          label="Pace of status changes"
          value={data?.pace ?? 'immediate'}
          onChange={(pace) => post({ pace: pace as Pace })}
          options={[
            { id: 'immediate', text: 'Immediate' },
            { id: 'real', text: 'As in life' },
          ]}
        />
      </div>
    </section>
  );
};

const aheadText = (milliseconds: number): string => {
  if (milliseconds === 0) return 'as the machine’s';
  const hours = milliseconds / (60 * minute);
  if (hours < 1) return `${Math.round(milliseconds / minute)} minutes ahead`;
  return hours < 48
    ? `${Math.round(hours * 10) / 10} hours ahead`
    : `${Math.round(hours / 2.4) / 10} days ahead`;
};

const StateSection = () => {
  const backend = useBackend();
  const change = useChange();
  const [{ accountId }] = useScope();
  const [asked, setAsked] = useState<'account' | 'all' | null>(null);
  const [problem, setProblem] = useState('');
  const exportState = async (): Promise<void> => {
    const text = JSON.stringify(await backend.ask('GET', '/state'));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'alimock-state.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const importState = async (file: File): Promise<void> => {
    try {
      const body: unknown = JSON.parse(await file.text());
      await change.mutateAsync({ method: 'PUT', path: '/state', body });
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="panel" aria-labelledby="state-title">
      <h2 id="state-title">State</h2>
      <div className="bar">
        <Button className="button" onPress={() => void exportState()}>
          Export
        </Button>
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file !== undefined) void importState(file);
          }}
        >
          <Button className="button">Import…</Button>
        </FileTrigger>
        <Button className="button danger" isDisabled={accountId === ''} onPress={() => setAsked('account')}>
          Reset this account…
        </Button>
        <Button className="button danger" onPress={() => setAsked('all')}>
          Reset everything…
        </Button>
      </div>
      {accountId === '' && <p className="dim">Choose an account above to reset it alone.</p>}
      {problem !== '' && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={asked === 'all' ? 'Reset everything?' : `Reset account ${accountId}?`}
          text="Its resources and limits are forgotten. Export the state first to be able to go back."
          action="Reset"
          onClose={() => setAsked(null)}
          onConfirm={() => {
            change.mutate({ method: 'POST', path: '/reset', body: asked === 'all' ? {} : { accountId } });
            setAsked(null);
          }}
        />
      )}
    </section>
  );
};
