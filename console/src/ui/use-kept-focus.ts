import { useEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';

/** Next in line once React and the dialogs have put the focus where they want it. */
const afterwards = (act: () => void): void => void setTimeout(act, 0);

const isNowhere = (): boolean => document.activeElement === document.body;

/**
 * Keeps the focus of somebody who uses the keyboard: where the focused element is taken out of a region it goes to the
 * region's heading, and where the whole region goes, to what had the focus before.
 * @returns the listener for the region
 */
export const useKeptFocus = (
  heading: RefObject<HTMLElement | null>,
): ((event: FocusEvent<HTMLElement>) => void) => {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (focused.current === null) return;
      afterwards(() => {
        if (isNowhere() && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    };
  }, []);
  // After every change: only then is the element gone.
  useEffect(() => {
    if (focused.current?.isConnected !== false) return;
    afterwards(() => {
      if (isNowhere()) heading.current?.focus();
    });
  });
  return ({ target }) => {
    focused.current = target;
  };
};
