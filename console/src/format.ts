/** "2026-11-25 07:41:02", in the viewer's time zone. */
export const dateTime = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ` +
    `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  );
};

/** "07:41:02" */
export const timeOfDay = (milliseconds: number): string => dateTime(milliseconds).slice(11);

/** "0.4 ms", "12 ms", "1.2 s" */
export const duration = (milliseconds: number): string => {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
};

/** "instanceType" → "Instance type", "vpcId" → "VPC". */
export const label = (member: string): string => {
  const known = labels[member];
  if (known !== undefined) return known;
  const words = member.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const labels: Readonly<Record<string, string>> = {
  createdAt: 'Created',
  imageId: 'Image',
  vswitchId: 'VSwitch',
  vpcId: 'VPC',
  instanceId: 'Instance',
  privateIpAddress: 'Private IP',
  publicIpAddress: 'Public IP',
  securityGroupIds: 'Security groups',
  zoneId: 'Zone',
  instanceType: 'Type',
  osName: 'OS',
  cidrBlock: 'CIDR',
  isPublic: 'Public',
  isDefault: 'Default',
  size: 'Size, GiB',
  sourceDiskId: 'Disk',
  sourceDiskSize: 'Size, GiB',
  networkInterfaceId: 'Interface',
  commandId: 'Command',
  securityGroupType: 'Type',
  snapshotIds: 'Snapshots',
};

/** A value of a row, as one line of text. */
export const cellText = (column: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number' && column.endsWith('At')) return dateTime(value);
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
