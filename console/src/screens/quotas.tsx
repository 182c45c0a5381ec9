import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { useChange, useOverview, useQuotas } from '../api/queries.ts';
import type { QuotaList } from '../api/types.ts';
import { label } from '../format.ts';
import { useScope } from '../scope.ts';

/** Limits of an account, raised or lowered as a ticket would. */
export const QuotasScreen = () => {
  const [scope] = useScope();
  const { data: overview } = useOverview();
  const accountId = scope.accountId === '' ? (overview?.accounts[0]?.id ?? '') : scope.accountId;
  const { data } = useQuotas(accountId);
  if (accountId === '') return <p className="empty">There is no account yet.</p>;
  return (
    <section className="panel narrow" aria-labelledby="quotas-title">
      <h2 id="quotas-title">
        Limits of <span className="mono">{accountId}</span>
      </h2>
      <div className="scrolls" tabIndex={0} role="region" aria-label="Limits, as a table">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Limit</th>
              <th scope="col" className="number wide-only">
                Documented
              </th>
              <th scope="col">In force</th>
            </tr>
          </thead>
          <tbody>
            {data?.quotas.map((quota) => (
              <QuotaRow
                key={`${accountId} ${quota.name} ${quota.value}`}
                accountId={accountId}
                quota={quota}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const QuotaRow = ({ accountId, quota }: { accountId: string; quota: QuotaList['quotas'][number] }) => {
  const [value, setValue] = useState(String(quota.value));
  const change = useChange();
  const isChanged = /^\d+$/.test(value) && Number(value) !== quota.value;
  const save = (): void =>
    change.mutate({
      method: 'POST',
      path: '/quotas',
      body: { accountId, quotas: { [quota.name]: Number(value) } },
    });
  return (
    <tr>
      <td>
        {label(quota.name)}
        {quota.value !== quota.default && <span className="reply-code warn">changed</span>}
      </td>
      <td className="number dim wide-only">{quota.default.toLocaleString('en')}</td>
      <td>
        <form
          className="bar"
          onSubmit={(event) => {
            event.preventDefault();
            if (isChanged) save();
          }}
        >
          <TextField
            className="field narrow"
            aria-label={label(quota.name)}
            value={value}
            onChange={setValue}
          >
            <Input inputMode="numeric" />
          </TextField>
          <Button
            className="button small"
            type="submit"
            isDisabled={!isChanged}
            aria-label={`Set ${label(quota.name)}`}
          >
            Set
          </Button>
        </form>
      </td>
    </tr>
  );
};
