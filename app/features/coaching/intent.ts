/** What the buttons of the session form ask for without JavaScript, before anything is saved. */
export type SessionIntent = { kind: "save" } | { kind: "search" } | { kind: "add" | "remove"; providerId: string };

/** Reads the `intent` field; anything unknown is a plain save. */
export function readIntent(value: FormDataEntryValue | null): SessionIntent {
  if (value === "search") return { kind: "search" };
  const [kind, providerId] = typeof value === "string" ? value.split("/") : [];
  if ((kind === "add" || kind === "remove") && providerId) return { kind, providerId };
  return { kind: "save" };
}

/** The providers picked in the posted form, after the intent. */
export function pickedIds(fields: FormData, intent: SessionIntent): string[] {
  const ids = [...fields].filter(([name]) => /^participants\[\d+\]\.providerId$/.test(name)).map(([, value]) => String(value));
  if (intent.kind === "add") return [...new Set([...ids, intent.providerId])];
  if (intent.kind === "remove") return ids.filter((id) => id !== intent.providerId);
  return ids;
}

/** The single-valued fields as typed, to fill the form again. */
export function typedValues(fields: FormData): Record<string, string> {
  return Object.fromEntries([...fields].filter(([name]) => !name.includes("[")).map(([name, value]) => [name, String(value)]));
}
