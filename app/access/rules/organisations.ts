import { type Rule, staff } from "./rule";

export const organisationRules = {
  "organisation.view": { own: [...staff, "coordinator", "administrator"], above: ["coordinator"], anywhere: ["administrator"] },
  "organisation.settings": { own: ["director", "administrator"], anywhere: ["administrator"] },
  "organisation.create": { anywhere: ["administrator"] },
  "organisation.invite": { own: ["director"], anywhere: ["administrator"] },
  /** To give the roles that see over offices or over everything. */
  "organisation.appoint": { anywhere: ["administrator"] },
  "organisation.people": { own: ["director"], anywhere: ["administrator"] },
  "dashboard.view": { own: ["facilitator", "director"], above: ["coordinator"], key: "figures" },
  /** Small groups, people's names and the rows behind the figures; others see totals alone. */
  "dashboard.detail": { own: ["facilitator", "director"], shared: ["coordinator"], key: "figures" },
  /** To show the office's totals to whoever holds a link. */
  "dashboard.share": { own: ["director"] },
  /** To keep the filters of a page of figures under a name; what they open is asked again each time. */
  "view.keep": { own: ["facilitator", "director", "coordinator"] },
  "dashboard.export": { own: ["facilitator", "director"], above: ["coordinator"] },
  /** The offices of a network side by side: totals alone. */
  "network.view": { own: ["coordinator"] },
  /** To show a network's totals by territory to whoever holds a link. */
  "network.share": { own: ["coordinator"] },
  /** To type in the months of an office that does not log here. */
  "network.declare": { above: ["coordinator"] },
  /** Whether a network's totals stand on a page open to everybody. */
  "network.publish": { own: ["coordinator"] },
  /** An office's goals are its head's to set; those who read its figures read them. */
  "goal.set": { own: ["director"] },
  /** To say what follows from a goal that fell behind. */
  "goal.acknowledge": { own: ["facilitator", "director"] },
  "profile.edit": { self: true },
} as const satisfies Record<string, Rule>;
