import type { WorkshopState } from "~/lib/vocabulary";
import { Icon } from "~/ui/icon";
import type { IconName } from "~/ui/icon-names";

const looks: Record<WorkshopState, { icon: IconName; colour: string }> = {
  draft: { icon: "circle-dashed", colour: "" },
  published: { icon: "circle-dot", colour: "text-ok" },
  full: { icon: "check-check", colour: "text-warn" },
  running: { icon: "presentation", colour: "text-info" },
  held: { icon: "check", colour: "" },
  cancelled: { icon: "x", colour: "text-error" },
};

/** A workshop's state: an icon and a word. */
export function StateChip({ state, name }: { state: WorkshopState; name: string }) {
  const { icon, colour } = looks[state];
  return (
    <span className={`chip ${colour}`}>
      <Icon name={icon} size={16} />
      {name}
    </span>
  );
}
