import { useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const key = 'alimock-theme';
const isTheme = (text: string | null): text is Theme =>
  text === 'system' || text === 'light' || text === 'dark';

/** The chosen theme, kept over visits; "system" follows the machine. */
export const useTheme = (): [Theme, (theme: Theme) => void] => {
  const [theme, setTheme] = useState<Theme>(() => {
    const saved = localStorage.getItem(key);
    return isTheme(saved) ? saved : 'system';
  });
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(key, theme);
  }, [theme]);
  return [theme, setTheme];
};
