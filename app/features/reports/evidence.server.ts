import type { Actor } from "~/access/actor";
import type { Locale } from "~/i18n/translate";
import type { Sheet } from "~/lib/xlsx.server";
import { type Criterion, type CriterionCode, criterionOf, type EvidenceKind } from "./evidence.model";
import {
  type EvidenceFile,
  type EvidenceSession,
  type EvidenceWorkshop,
  listEvidenceFiles,
  listEvidenceReports,
  listEvidenceSessions,
  listEvidenceWorkshops,
} from "./evidence.queries.server";
import { actionSheet, hourSheet, opinionSheet, sessionSheet, workshopSheet } from "./evidence-sheets.server";
import type { AskedPeriod } from "./period.server";
import { type Words, wordsFor } from "./words.server";

/** What the office has to prove a criterion over a period. */
export interface Proofs {
  code: CriterionCode;
  sessions: EvidenceSession[];
  workshops: EvidenceWorkshop[];
  files: EvidenceFile[];
  reports: { id: string; title: string }[];
  /** Sheets of the criterion's workbook. */
  sheets: Sheet[];
}

/** The rows behind each criterion; nothing is read that the criterion does not ask for. */
export function readProofs(actor: Actor, asked: AskedPeriod, code: CriterionCode): Proofs {
  const criterion = criterionOf(code);
  const words = wordsFor(actor.locale);
  const { office, days } = asked;
  const asks = (kind: EvidenceKind) => criterion.evidence.includes(kind);
  const sessions = asks("sessions") ? listEvidenceSessions(office.id, days, criterion) : [];
  const workshops = asks("workshops") || asks("sheets") ? listEvidenceWorkshops(office.id, days, criterion) : [];
  const ids = [...sessions, ...workshops].map(({ id }) => id);
  const files = asks("documents") ? listEvidenceFiles(office.id, ids) : [];
  const reports = asks("reports") ? listEvidenceReports(office.id, days) : [];
  const sheets = [
    ...(asks("sessions") ? [sessionSheet(sessions, words)] : []),
    ...(asks("workshops") ? [workshopSheet(workshops, words)] : []),
    ...measured(actor, { asked, criterion, words }),
  ];
  return { code, sessions, workshops, files, reports, sheets };
}

interface Measuring {
  asked: AskedPeriod;
  criterion: Criterion;
  words: Words;
}

function measured(actor: Actor, { asked, criterion, words }: Measuring): Sheet[] {
  const makers = { opinions: opinionSheet, actions: actionSheet, hours: hourSheet };
  const kinds = (["opinions", "actions", "hours"] as const).filter((kind) => criterion.evidence.includes(kind));
  return kinds.map((kind) => makers[kind](actor, asked, words));
}

/** « 24 séances, 6 ateliers, 3 documents », in the order of the criterion. */
export function countProofs(proofs: Proofs, locale: Locale): string[] {
  const { t, number } = wordsFor(locale);
  const counts: Record<EvidenceKind, number> = {
    sessions: proofs.sessions.filter((session) => !isOtherWork(session)).length,
    workshops: proofs.workshops.length,
    sheets: proofs.workshops.length,
    documents: proofs.files.length,
    reports: proofs.reports.length,
    opinions: answersOf(proofs, t("evidence:kinds.opinions")),
    actions: rowsOf(proofs, t("evidence:kinds.actions")),
    hours: rowsOf(proofs, t("evidence:kinds.hours")),
  };
  const other = proofs.sessions.filter(isOtherWork).length;
  // Where other work alone is asked for, no session was.
  const kinds = criterionOf(proofs.code).evidence.filter((kind) => kind !== "sessions" || counts.sessions > 0 || other === 0);
  return [
    ...kinds.map((kind) => t(`evidence:counts.${kind}`, { count: counts[kind], number: number(counts[kind]) })),
    ...(other > 0 ? [t("evidence:counts.otherWork", { count: other, number: number(other) })] : []),
  ];
}

/** What is noted beside sessions, and proves something too: a meeting, a training. */
const isOtherWork = ({ kind }: EvidenceSession) => kind === "other_work";

/** How many people gave theirs: the first line of the sheet. */
const answersOf = ({ sheets }: Proofs, name: string): number => {
  const rows = sheets.find((sheet) => sheet.name === name)?.rows;
  return Array.isArray(rows) ? Number(rows[0]?.[1] ?? 0) : 0;
};

const rowsOf = ({ sheets }: Proofs, name: string): number => {
  const rows = sheets.find((sheet) => sheet.name === name)?.rows;
  return Array.isArray(rows) ? rows.length : 0;
};
