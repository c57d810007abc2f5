export const warningKinds = [
  "overlap",
  "travel",
  "absence",
  "holiday",
  "dayOff",
  "hours",
  "equipment",
  "equipmentFew",
  "doubled",
] as const;
export type WarningKind = (typeof warningKinds)[number];

/** What a planned time meets; it may be kept all the same. */
export interface Warning {
  kind: WarningKind;
  /** Values of its sentence. */
  values: Record<string, string | number>;
}

/** What a form sends back to say that it has read these warnings; others ask again. */
export const keyOf = (warnings: readonly Warning[]): string =>
  warningKinds.filter((kind) => warnings.some((one) => one.kind === kind)).join(" ");

/** The time meets something that nobody has confirmed yet: nothing is written, the form asks. */
export class UnconfirmedError extends Error {
  constructor(readonly warnings: readonly Warning[]) {
    super("unconfirmed");
    this.name = "UnconfirmedError";
  }
}

/** Throws UnconfirmedError unless these very kinds of warning were confirmed. */
export function refuseUnconfirmed(warnings: readonly Warning[], confirmed: string | undefined): void {
  if (warnings.length > 0 && keyOf(warnings) !== confirmed) throw new UnconfirmedError(warnings);
}
