/** "name[3,2]tail": a first number and how many digits (RunInstances.md, InstanceName). */
const ordered = /^(.*?)\[(\d{0,6}),([0-6]?)\](.*)$/;

/**
 * Gives each of several instances its name. "web[1,3]-a" makes web001-a, web002-a, …; UniqueSuffix puts
 * 001, 002, … behind a name that has no such part; otherwise all have the same name.
 * @param name as the request has it; empty for none
 * @param count how many names
 */
export const nameSequence = (name: string, count: number, uniqueSuffix: boolean): string[] => {
  // Nearly always.
  if (name === '') return new Array<string>(count).fill('');
  const [, prefix = '', first = '', bits = '', suffix = ''] = ordered.exec(name) ?? [];
  const isOrdered = ordered.test(name);
  return Array.from({ length: count }, (_, index) => {
    if (isOrdered) {
      return `${prefix}${String(Number(first === '' ? 0 : first) + index).padStart(Number(bits), '0')}${suffix}`;
    }
    return uniqueSuffix ? `${name}${String(index + 1).padStart(3, '0')}` : name;
  });
};
