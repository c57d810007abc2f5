import type { Theme } from "~/features/themes/model";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { typeset } from "~/lib/typography";
import type { otherWorkKinds, SessionChannel } from "~/lib/vocabulary";
import { paths } from "~/paths";
import type { SessionLine } from "./components/session-table";

interface ListedSession {
  id: string;
  otherWorkKind: (typeof otherWorkKinds)[number] | null;
  title: string | null;
  who: readonly string[];
  supports: number;
  theme: string | null;
  channel: SessionChannel | null;
  facilitator: string;
  durationMinutes: number;
  heldOn: string;
  isComplete: boolean;
  line?: string;
  importId?: string | null;
  isCounted?: boolean;
  /** Of a session of the log: what the reader's offices count of it, whoever held it. */
  minutes?: number;
  wholeSupports?: number;
  isOwn?: number;
  office?: string;
}

/** The texts of a session's line, in the reader's language. */
export function sessionLine(locale: Locale, row: ListedSession): SessionLine {
  const t = translator(locale);
  const isOthers = isElsewhere(row);
  return {
    id: row.id,
    who: whoOf(locale, row),
    theme: row.theme && isTheme(row.theme) ? themeName(locale, row.theme) : (row.line ?? ""),
    channel: row.channel ? t(`coaching:channels.${row.channel}`) : "",
    ...(isOthers
      ? { facilitator: "", to: paths.sharedSession(row.id) }
      : { facilitator: row.facilitator, to: paths.coachingSession(row.id) }),
    duration: formatDuration(row.minutes ?? row.durationMinutes),
    day: formatDay(locale, row.heldOn),
    isComplete: isOthers || isDone(row),
    mark: takenOverMark(locale, row),
    about: pooledMark(locale, row),
  };
}

const isDone = ({ isComplete, otherWorkKind }: ListedSession): boolean => isComplete || otherWorkKind !== null;
const isElsewhere = ({ isOwn }: ListedSession): boolean => isOwn === 0;

/** « tenue par l’office de Royan : 3 participations sur 12 » where others had people in it; empty for one office's alone. */
function pooledMark(locale: Locale, row: ListedSession): string {
  const { minutes = row.durationMinutes, supports, wholeSupports = supports } = row;
  const t = translator(locale);
  const isWhole = minutes === row.durationMinutes && supports === wholeSupports;
  if (!isElsewhere(row)) return isWhole ? "" : t("coaching:pooled", { part: supports, whole: wholeSupports });
  return t("coaching:heldBy", { office: row.office ?? "", part: supports, whole: wholeSupports });
}

/** « reprise » for a session that an earlier follow-up file told; empty for one logged here. */
export function takenOverMark(locale: Locale, row: { importId?: string | null; isCounted?: boolean }): string {
  if (!row.importId) return "";
  return translator(locale)(row.isCounted === false ? "coaching:takenOverOut" : "coaching:takenOver");
}

export function themeName(locale: Locale, theme: Theme): string {
  return translator(locale)(`themes:${theme}.name`);
}

/** « Atelier avis », « Gîte des Pins », « Gîte des Pins et 3 autres », « 12 personnes ». */
function whoOf(locale: Locale, row: ListedSession): string {
  const t = translator(locale);
  if (row.title) return typeset(row.title);
  if (row.otherWorkKind) return t(`coaching:otherWork.${row.otherWorkKind}`);
  const [first, ...others] = row.who;
  if (!first) return t("coaching:people", { count: row.supports });
  return others.length === 0 ? first : `${first} ${t("coaching:others", { count: others.length })}`;
}
