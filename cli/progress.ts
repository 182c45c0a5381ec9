/** Progress of a run: one line that is written over, on a terminal only. */
export interface Progress {
  step(what: string): void;
  end(): void;
}

/** @param total how many steps there will be */
export const createProgress = (total: number, stream: NodeJS.WriteStream = process.stderr): Progress => {
  if (!stream.isTTY || process.env['CI'] !== undefined)
    return { step: () => undefined, end: () => undefined };
  let done = 0;
  return {
    step: (what) => {
      done += 1;
      const line = `${done}/${total} ${what}`;
      stream.write(`\r\u001B[2K${line.slice(0, Math.max(20, stream.columns - 1))}`);
    },
    end: () => {
      stream.write('\r\u001B[2K');
    },
  };
};
