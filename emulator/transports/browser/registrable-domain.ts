/**
 * Stands in for tldts in the build for pages without a build tool; see vite.config.ts. msw's cookie jar (tough-cookie) asks
 * which domain a cookie may be set for: a host's last two labels.
 * @returns "aliyuncs.com" of "ecs.cn-hangzhou.aliyuncs.com"; null of a single label and of an address
 */
export const getDomain = (host: string): string | null => {
  const labels = host.split('.').filter((label) => label !== '');
  const [last] = labels.slice(-1);
  if (labels.length < 2 || last === undefined || /^\d+$/.test(last)) return null;
  return labels.slice(-2).join('.');
};
