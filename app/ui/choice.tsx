import type { ReactNode } from "react";

interface ChoiceProps {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  children: ReactNode;
  isChecked?: boolean;
  /** Makes the control follow the page's state; without it the control keeps its own. */
  onChange?: (isChecked: boolean) => void;
}

/** One of several choices, a radio or a tick drawn as a large target. */
export function Choice({ type, name, value, children, isChecked, onChange }: ChoiceProps) {
  const state = onChange
    ? { checked: isChecked ?? false, onChange: (event: { target: HTMLInputElement }) => onChange(event.target.checked) }
    : { defaultChecked: isChecked };
  return (
    <label className="choice">
      <input type={type} name={name} value={value} {...state} />
      <span>{children}</span>
    </label>
  );
}
