/** Each way to fail: status and title; the title is in French for people, the detail in English for programs (RFC 9457). */
export const problems = {
  query: { status: 400, title: "Demande mal formée" },
  key: { status: 401, title: "Clé absente ou refusée" },
  scope: { status: 403, title: "Clé sans ce droit" },
  unknown: { status: 404, title: "Introuvable" },
  pace: { status: 429, title: "Trop de demandes" },
  fault: { status: 500, title: "Erreur de notre côté" },
} as const;
export type ProblemName = keyof typeof problems;

/** A refusal that becomes a problem document. */
export class ProblemError extends Error {
  constructor(
    readonly problem: ProblemName,
    readonly detail: string,
  ) {
    super(detail);
    this.name = "ProblemError";
  }
}

/** The document of RFC 9457. */
export function problemResponse(problem: ProblemName, detail: string, headers: Headers): Response {
  const { status, title } = problems[problem];
  headers.set("Content-Type", "application/problem+json");
  if (problem === "key") headers.set("WWW-Authenticate", 'Bearer realm="balise"');
  return new Response(JSON.stringify({ type: `urn:balise:problem:${problem}`, title, status, detail }), { status, headers });
}
