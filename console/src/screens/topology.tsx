import { useEffect, useMemo, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useResources } from '../api/queries.ts';
import { hrefOf } from '../navigation.ts';
import { useScope } from '../scope.ts';
import { layOut, squareSize, switchWidth } from '../topology/layout.ts';
import type { SwitchBox, VpcPicture } from '../topology/layout.ts';
import { toneOf } from '../ui/status.tsx';

/** VPCs as pictures: VSwitches with their instances, and the security groups, which mark theirs. */
export const TopologyScreen = () => {
  const [scope] = useScope();
  const vpcs = useResources('vpcs', scope).data;
  const vswitches = useResources('vswitches', scope).data;
  const instances = useResources('instances', scope).data;
  const securityGroups = useResources('securityGroups', scope).data;
  const [marked, setMarked] = useState('');
  const [width, setWidth] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const pictures = useMemo(
    () =>
      vpcs === undefined || vswitches === undefined || instances === undefined || securityGroups === undefined
        ? []
        : layOut({ vpcs, vswitches, instances, securityGroups }, width - 26),
    [vpcs, vswitches, instances, securityGroups, width],
  );
  return (
    <div className="stack" ref={frame}>
      <ul className="legend" aria-label="Legend">
        {['Running', 'Pending', 'Stopped'].map((status) => (
          <li key={status}>
            <span className={`dot ${toneOf(status)}`} aria-hidden />{' '}
            {status === 'Pending' ? 'Changing' : status}
          </li>
        ))}
        <li className="dim">Choose a security group to mark its instances.</li>
      </ul>
      {vpcs !== undefined && pictures.length === 0 && <p className="empty">There is no VPC here.</p>}
      {pictures.map((vpc) => (
        <section className="panel" key={vpc.id} aria-label={`VPC ${vpc.id}`}>
          <h2>
            <a href={hrefOf('resources', { kind: 'vpcs', id: vpc.id })}>
              {vpc.name === '' ? vpc.id : vpc.name}
            </a>{' '}
            <span className="dim">{vpc.detail}</span>
          </h2>
          <div className="chips">
            {vpc.groups.map(({ id, name, count }) => (
              <ToggleButton
                key={id}
                className="chip"
                isSelected={marked === id}
                onChange={(isOn) => setMarked(isOn ? id : '')}
              >
                {name === '' ? id : name} <span className="chip-count">{count.toLocaleString('en')}</span>
              </ToggleButton>
            ))}
          </div>
          <Picture vpc={vpc} marked={marked} />
        </section>
      ))}
    </div>
  );
};

const Picture = ({ vpc, marked }: { vpc: VpcPicture; marked: string }) =>
  vpc.switches.length === 0 ? (
    <p className="dim">No VSwitches.</p>
  ) : (
    <div className="scrolls" tabIndex={0} role="region" aria-label={`Picture of ${vpc.id}`}>
      <svg
        className="topology"
        width={vpc.width}
        height={vpc.height}
        viewBox={`0 0 ${vpc.width} ${vpc.height}`}
        role="group"
        aria-label={`VSwitches of ${vpc.name === '' ? vpc.id : vpc.name}`}
      >
        {vpc.switches.map((box) => (
          <Switch key={box.id} box={box} marked={marked} />
        ))}
      </svg>
    </div>
  );

const Switch = ({ box, marked }: { box: SwitchBox; marked: string }) => {
  const markedCount = box.countOf.get(marked) ?? 0;
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <rect className="switch" width={switchWidth} height={box.height} rx="6" />
      <a
        href={hrefOf('resources', { kind: 'vswitches', id: box.id })}
        aria-label={`VSwitch ${box.name === '' ? box.id : box.name}, ${box.count} instances`}
      >
        <rect className="switch-link" width={switchWidth} height="40" rx="6" />
        <text x="12" y="19" className="switch-name">
          {shortened(box.name === '' ? box.id : box.name, 24)}
        </text>
        <text x={switchWidth - 12} y="19" textAnchor="end" className="switch-count">
          {marked === '' ? box.count.toLocaleString('en') : `${markedCount} of ${box.count}`}
        </text>
        <text x="12" y="34" className="switch-detail">
          {box.detail}
        </text>
      </a>
      {box.squares.map(({ id, name, status, groups, x, y }) => (
        <a
          key={id}
          href={hrefOf('resources', { kind: 'instances', id })}
          aria-label={`Instance ${name === '' ? id : name}, ${status}`}
        >
          <rect
            className={`square ${toneOf(status)} ${marked === '' || groups.includes(marked) ? '' : 'faded'}`}
            x={x}
            y={y}
            width={squareSize}
            height={squareSize}
            rx="3"
          >
            <title>{`${name} ${id} ${status}`}</title>
          </rect>
        </a>
      ))}
      {box.bars.map(({ status, count, x, width }) => (
        <a
          key={status}
          href={hrefOf('resources', { kind: 'instances', search: `${box.id} ${status}` })}
          aria-label={`${count} instances ${status} in ${box.id}`}
        >
          <rect className={`square ${toneOf(status)}`} x={x} y={44} width={width} height={squareSize} />
          <text x={x} y={44 + squareSize + 14} className="switch-detail">
            {width > 60 ? `${count.toLocaleString('en')} ${status}` : ''}
          </text>
        </a>
      ))}
    </g>
  );
};

const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
