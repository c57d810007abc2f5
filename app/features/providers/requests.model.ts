/** What a host asked, as far as its kind and state go. */
interface Asked {
  kind: "colleague" | "callback" | "help" | "question";
  triage: string | null;
  takenAt: number | null;
  repliedAt: number | null;
  handledAt: number | null;
  sessionId: string | null;
  appointmentId: string | null;
}

/** What it is called in lists: a question to a colleague is a question. */
export const helpKind = ({ kind }: Asked) => (kind === "colleague" ? "question" : kind);

/** What became of it, the furthest first. */
export function helpState(row: Asked) {
  if (row.repliedAt) return "answered";
  if (row.appointmentId) return "appointment";
  if (row.sessionId) return "session";
  if (row.handledAt) return row.triage === "called" ? "called" : "handled";
  return row.takenAt ? "taken" : "received";
}
