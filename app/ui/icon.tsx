import type { IconName } from "./icon-names";
import sprite from "./icons.svg?url&no-inline";

interface IconProps {
  name: IconName;
  size?: number;
  className?: string;
}

/** A drawing beside a word, never alone: readers are told the word. */
export function Icon({ name, size = 20, className }: IconProps) {
  return (
    <svg className={className ? `icon ${className}` : "icon"} width={size} height={size} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
