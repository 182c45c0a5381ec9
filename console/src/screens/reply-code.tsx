/** Status and error code of a reply. */
export const ReplyCode = ({ status, code }: { status: number; code: string | null }) => (
  <span className={`reply-code ${status < 400 ? 'good' : status < 500 ? 'warn' : 'bad'}`}>
    {status}
    {code === null ? '' : ` ${code}`}
  </span>
);
