import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';

const cycleStatuses: readonly string[] = [
  ...['Scheduled', 'Avoided', 'Executing', 'Executed', 'Canceled', 'Failed', 'Inquiring'],
];

/** System events of instances: alimock's instances have none, whatever is asked for. */
export const describeInstanceHistoryEvents: EcsOperation<'DescribeInstanceHistoryEvents'> = (
  request,
  context,
) => {
  const { eventCycleStatus, instanceEventCycleStatus = [], eventId = [] } = request;
  const asked = [...(eventCycleStatus ? [eventCycleStatus] : []), ...instanceEventCycleStatus];
  const unknown = asked.find((status) => !cycleStatuses.includes(status));
  if (unknown !== undefined) {
    throw fault('InvalidParameter', {
      Parameter: 'InstanceEventCycleStatus',
      Reason: `it must be ${cycleStatuses.join(', ')}`,
    });
  }
  if (eventId.length > 100) throw fault('EventIdLimitExceeded', { Limit: 100 });
  for (const { start = '', end = '' } of [request.notBefore ?? {}, request.eventPublishTime ?? {}]) {
    if (start !== '' && end !== '' && Date.parse(end) < Date.parse(start)) {
      throw fault('InvalidParameter.TimeEndBeforeStart');
    }
  }
  const { info } = page<never>([], request, context);
  return { ...info, instanceSystemEventSet: { instanceSystemEventType: [] } };
};
