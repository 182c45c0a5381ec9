/** Yes or no. */
export const CheckBox = ({
  label,
  isSelected,
  onChange,
}: {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}) => (
  <label className="checkbox">
    <input type="checkbox" checked={isSelected} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
);
