/** "since v1.68.0", "in 1.68.0+" → "1.68.0"; null where there is no version. */
export const readVersion = (text: string): string | null =>
  /[vV]*(\d+\.\d+(?:\.\d+)?)\+?/.exec(text)?.[1] ?? null;
