import type { Actor } from "~/access/actor";
import { listFacilitatorHours } from "~/features/figures/hours.queries.server";
import { listPlanActions } from "~/features/figures/plans.queries.server";
import { getSatisfaction } from "~/features/figures/workshops.queries.server";
import { isTheme } from "~/features/themes/model";
import type { Cell } from "~/lib/csv";
import type { Sheet, SheetColumn } from "~/lib/xlsx.server";
import type { EvidenceSession, EvidenceWorkshop } from "./evidence.queries.server";
import type { AskedPeriod } from "./period.server";
import { listQuotable } from "./queries.server";
import type { Words } from "./words.server";

const sheet = (name: string, columns: readonly SheetColumn[], rows: readonly Cell[][]): Sheet => ({ name, columns, rows });
const head = (words: Words, keys: readonly ColumnKey[]) =>
  keys.map((key) => ({ title: words.t(`evidence:columns.${key}`), ...shapes[key] }));

const shapes = {
  day: { type: "day", width: 12 },
  kind: { width: 18 },
  who: { width: 40 },
  title: { width: 40 },
  theme: { width: 24 },
  channel: { width: 16 },
  minutes: { type: "number", width: 10 },
  people: { type: "number", width: 14 },
  registered: { type: "number", width: 10 },
  facilitator: { width: 24 },
  place: { width: 30 },
  question: { width: 48 },
  answer: { width: 60 },
  hours: { type: "number", width: 12 },
  granted: { type: "number", width: 12 },
} as const satisfies Record<string, Omit<SheetColumn, "title">>;
type ColumnKey = keyof typeof shapes;

const themeName = (theme: string | null, { t }: Words): string => (theme && isTheme(theme) ? t(`themes:${theme}.name`) : "");

export function sessionSheet(rows: readonly EvidenceSession[], words: Words): Sheet {
  const { t } = words;
  const lines = rows.map((row) => [
    row.heldOn,
    row.otherWorkKind ? t(`coaching:otherWork.${row.otherWorkKind}`) : t(`coaching:kinds.${row.kind}`),
    row.who ?? row.title ?? "",
    themeName(row.theme, words),
    row.channel ? t(`coaching:channels.${row.channel}`) : "",
    row.durationMinutes,
    row.supports,
    row.facilitator,
  ]);
  const columns = head(words, ["day", "kind", "who", "theme", "channel", "minutes", "people", "facilitator"]);
  return sheet(t("evidence:kinds.sessions"), columns, lines);
}

export function workshopSheet(rows: readonly EvidenceWorkshop[], words: Words): Sheet {
  const { t } = words;
  const lines = rows.map((row) => [
    row.heldOn,
    row.title,
    [row.placeName, row.communeName].filter(Boolean).join(", "),
    row.durationMinutes,
    row.registered,
    row.present + row.headCount,
  ]);
  return sheet(t("evidence:kinds.workshops"), head(words, ["day", "title", "place", "minutes", "registered", "people"]), lines);
}

/** How the workshops were found, and what may be quoted. */
export function opinionSheet(actor: Actor, { office, days }: AskedPeriod, words: Words): Sheet {
  const { t, share } = words;
  const { answers, usefulness, recommend, asked } = getSatisfaction(actor, { ...days, office: office.id });
  const quotes = listQuotable({ ownerId: office.id, startsOn: days.from, endsOn: days.to });
  const lines: Cell[][] = [
    [t("evidence:opinions.answers"), answers],
    [t("evidence:opinions.usefulness"), usefulness === null ? "" : Math.round(usefulness * 10) / 10],
    [t("evidence:opinions.recommend"), share(recommend, asked)],
    ...quotes.map(({ text, who }) => [t("evidence:opinions.quote", { who }), text]),
  ];
  return sheet(t("evidence:kinds.opinions"), head(words, ["question", "answer"]), lines);
}

/** What was done of the providers' plans. */
export function actionSheet(actor: Actor, { office, days }: AskedPeriod, words: Words): Sheet {
  const rows: Cell[][] = [];
  let after: string | undefined;
  do {
    const page = listPlanActions(actor, { ...days, office: office.id, asOf: days.to, set: "done", after });
    for (const row of page.rows) rows.push([row.doneOn, row.provider, row.title, themeName(row.theme, words)]);
    after = page.next;
  } while (after);
  return sheet(words.t("evidence:kinds.actions"), head(words, ["day", "who", "title", "theme"]), rows);
}

/** Who works with the partners, and how much. */
export function hourSheet(actor: Actor, { office, days }: AskedPeriod, words: Words): Sheet {
  const inHours = (minutes: number) => Math.round((minutes / 60) * 100) / 100;
  const rows = listFacilitatorHours(actor, { ...days, office: office.id }).map((one) => [
    one.name,
    inHours(one.used),
    inHours(one.granted),
  ]);
  return sheet(words.t("evidence:kinds.hours"), head(words, ["facilitator", "hours", "granted"]), rows);
}
