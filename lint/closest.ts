/**
 * The name that is meant by a misspelt one: the only one within one edit (two for ten letters and more).
 * @returns undefined where none is near, or several are
 */
export const closest = (name: string, known: Iterable<string>): string | undefined => {
  const limit = name.length >= 10 ? 2 : 1;
  const near = [...new Set(known)].filter((other) => other !== name && distance(name, other, limit) <= limit);
  return near.length === 1 ? near[0] : undefined;
};

/** Edits between two words: a letter more, less, other, or two swapped. Above the limit it is only known to be so. */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? limit + 1;
};
