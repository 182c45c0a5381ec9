import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

export interface Option {
  readonly id: string;
  readonly text: string;
  /** Shown behind, in grey. */
  readonly detail?: string;
}

/** One of several. */
export const Choice = ({
  label,
  options,
  value,
  onChange,
  hidesLabel = false,
}: {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (id: string) => void;
  hidesLabel?: boolean;
}) => (
  <Select
    className="choice"
    value={value}
    onChange={(key) => onChange(String(key))}
    {...(hidesLabel ? { 'aria-label': label } : {})}
  >
    {!hidesLabel && <Label>{label}</Label>}
    <Button className="choice-button">
      <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
      <ChevronDown size={14} aria-hidden />
    </Button>
    <Popover className="popover">
      <ListBox className="list-box" items={options}>
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.text} className="list-item">
            <span>{option.text}</span>
            {option.detail !== undefined && <span className="dim">{option.detail}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
);
