import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useKeptFocus } from './use-kept-focus.ts';

/** Details beside a table; on a phone over it. Escape closes it. */
export const SidePanel = ({
  title,
  subtitle,
  onClose,
  children,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const keepFocus = useKeptFocus(heading);
  useEffect(() => {
    if (matchMedia('(max-width: 720px)').matches) heading.current?.focus();
  }, []);
  return (
    <aside
      className="side-panel"
      aria-label="Details"
      onFocus={keepFocus}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {subtitle}
        </div>
        <Button className="button icon" aria-label="Close the details" onPress={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className="side-panel-body">{children}</div>
    </aside>
  );
};
