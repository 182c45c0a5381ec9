import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { KindSummary, ResourceLink } from '../api/types.ts';
import { hrefOf } from '../navigation.ts';

const firstShown = 8;

/** Links to resources, by kind; many are folded. */
export const LinkList = ({
  links,
  kinds,
}: {
  links: readonly ResourceLink[];
  kinds: readonly KindSummary[];
}) => {
  const byKind = Object.entries(Object.groupBy(links, ({ kind }) => kind));
  return byKind.map(([kind, some = []]) => (
    <KindLinks key={kind} title={kinds.find(({ name }) => name === kind)?.title ?? kind} links={some} />
  ));
};

const KindLinks = ({ title, links }: { title: string; links: readonly ResourceLink[] }) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? links.slice(0, 500) : links.slice(0, firstShown);
  return (
    <div className="kind-links">
      <h4>
        {title} <span className="dim">{links.length.toLocaleString('en')}</span>
      </h4>
      <ul className="links">
        {shown.map(({ kind, id, name, member }) => (
          <li key={`${id} ${member}`}>
            <a href={hrefOf('resources', { kind, id })} className="mono">
              {id}
            </a>
            {name !== '' && <span>{name}</span>}
            {member !== '' && <span className="dim">{member}</span>}
          </li>
        ))}
      </ul>
      {links.length > shown.length && (
        <Button className="button link" onPress={() => setWhole(true)}>
          {isWhole
            ? `${(links.length - shown.length).toLocaleString('en')} more`
            : `Show all ${links.length.toLocaleString('en')}`}
        </Button>
      )}
    </div>
  );
};
