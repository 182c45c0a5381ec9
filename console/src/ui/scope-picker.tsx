import { useOverview } from '../api/queries.ts';
import { useScope } from '../scope.ts';
import { Choice } from './choice.tsx';

/** Which account and region all screens look at. "all" stands for the empty id, which a list cannot have. */
export const ScopePicker = () => {
  const [{ accountId, regionId }, setScope] = useScope();
  const { data } = useOverview();
  const regionIds = [...new Set((data?.regions ?? []).map((region) => region.regionId))].sort();
  return (
    <>
      <Choice
        label="Account"
        hidesLabel
        value={accountId === '' ? 'all' : accountId}
        onChange={(id) => setScope({ accountId: id === 'all' ? '' : id, regionId })}
        options={[
          { id: 'all', text: 'All accounts' },
          ...(data?.accounts ?? []).map(({ id, accessKeyIds }) => ({
            id,
            text: id,
            detail: accessKeyIds.slice(0, 2).join(', '),
          })),
        ]}
      />
      <Choice
        label="Region"
        hidesLabel
        value={regionId === '' ? 'all' : regionId}
        onChange={(id) => setScope({ accountId, regionId: id === 'all' ? '' : id })}
        options={[{ id: 'all', text: 'All regions' }, ...regionIds.map((id) => ({ id, text: id }))]}
      />
    </>
  );
};
