import { Monitor, Moon, Sun } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTheme } from '../theme.ts';
import type { Theme } from '../theme.ts';

const choices = [
  { theme: 'system', title: 'Theme of the machine', icon: Monitor },
  { theme: 'light', title: 'Light theme', icon: Sun },
  { theme: 'dark', title: 'Dark theme', icon: Moon },
] as const;

export const ThemePicker = () => {
  const [theme, setTheme] = useTheme();
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label="Theme"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) setTheme(chosen as Theme);
      }}
    >
      {choices.map(({ theme: id, title, icon: Icon }) => (
        <ToggleButton key={id} id={id} aria-label={title} className="segment">
          <Icon size={14} aria-hidden />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
