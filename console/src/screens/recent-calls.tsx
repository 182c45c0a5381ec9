import type { RequestEntry } from '../api/types.ts';
import { timeOfDay } from '../format.ts';
import { hrefOf } from '../navigation.ts';
import { ReplyCode } from './reply-code.tsx';

/** The last calls, in short. */
export const RecentCalls = ({ requests }: { requests: readonly RequestEntry[] }) =>
  requests.length === 0 ? (
    <p className="empty">No calls yet. Point a client at this server.</p>
  ) : (
    <ul className="calls">
      {requests.map(({ sequence, time, action, accountId, status, code }) => (
        <li key={sequence}>
          <span className="mono dim">{timeOfDay(time)}</span>
          <a href={hrefOf('requests', { call: String(sequence) })}>
            {action === '' ? '(unreadable)' : action}
          </a>
          <span className="mono dim wide-only">{accountId}</span>
          <ReplyCode status={status} code={code} />
        </li>
      ))}
    </ul>
  );
