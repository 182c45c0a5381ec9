import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const lookEveryMilliseconds = 1000;
/** Growth that is worth a collection: less is not noticed by anybody. */
const worthBytes = 16 * 1024 * 1024;

/**
 * Gives memory back to the system once the server has nothing to do. V8 collects while a program allocates;
 * after a burst of calls, a server would sit on its garbage for as long as nobody calls. Never runs while
 * calls come in, since a collection of a large state takes a tenth of a second.
 * @param calls how many calls were answered so far
 */
export const giveMemoryBackWhenIdle = (calls: () => number): void => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let seen = calls();
  let left = process.memoryUsage().heapUsed;
  const timer = setInterval(() => {
    const now = calls();
    const isIdle = now === seen;
    seen = now;
    if (!isIdle || process.memoryUsage().heapUsed - left < worthBytes) return;
    collect();
    // The pages that the first one emptied are given back by the second.
    collect();
    left = process.memoryUsage().heapUsed;
  }, lookEveryMilliseconds);
  timer.unref();
};
