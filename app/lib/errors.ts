/** A broken rule: its key is a translation key of the `errors` area; the action shows it on the form. */
export class RuleError extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string | number> = {},
    readonly field?: string,
  ) {
    super(key);
    this.name = "RuleError";
  }
}

/** The row does not exist within the actor's scope: the answer is 404. */
export class NotFoundError extends Error {
  override name = "NotFoundError";
}

/** The row is in sight but the act is not allowed: the answer is 403. */
export class ForbiddenError extends Error {
  override name = "ForbiddenError";
}

/**
 * Someone saved the row since the form was opened, or the same key came with other content: 409. A form that does not
 * show both values tells it as a rule.
 */
export class ConflictError extends RuleError {
  constructor(
    readonly reason: "version" | "idempotency",
    readonly saved: unknown,
  ) {
    super(reason === "version" ? "savedSince" : "sentBefore");
    this.name = "ConflictError";
  }
}

/** The other side is out of order for now: a job that ends with it is tried again for two days, whatever its tries. */
export class OutageError extends Error {
  override name = "OutageError";
}

/** Ends an exhaustive switch. */
export function assertNever(value: never): never {
  throw new Error(`Cas imprévu : ${String(value)}`);
}
