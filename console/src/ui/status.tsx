const tones: Readonly<Record<string, string>> = {
  Running: 'good',
  Available: 'good',
  In_use: 'good',
  InUse: 'good',
  Active: 'good',
  OK: 'good',
  Enabled: 'good',
  SUCCESS: 'good',
  accomplished: 'good',
  Stopped: 'off',
  Deprecated: 'off',
  Expired: 'off',
  Released: 'off',
  failed: 'bad',
  CreateFailed: 'bad',
  UnAvailable: 'bad',
};

/** good, off, bad, or busy for what is under way. */
export const toneOf = (status: string): string => tones[status] ?? 'busy';

/** A status as ECS names it, with a mark of its colour. */
export const Status = ({ status }: { status: string }) => (
  <span className="status">
    <span className={`dot ${toneOf(status)}`} aria-hidden />
    {status}
  </span>
);
