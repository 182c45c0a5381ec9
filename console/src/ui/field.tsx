import { Input, Label, TextField } from 'react-aria-components';

/** A line of text with its label. */
export const Field = ({
  label,
  value,
  onChange,
  type = 'text',
  placeholder = '',
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'number';
  placeholder?: string;
}) => (
  <TextField className="field" value={value} onChange={onChange} type={type}>
    <Label>{label}</Label>
    <Input placeholder={placeholder} min={type === 'number' ? 0 : undefined} />
  </TextField>
);
