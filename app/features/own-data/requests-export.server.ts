import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPlace, tableOf } from "~/features/exports/table.queries.server";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { countOpenProposals, listOpenProposals, proposalsAtATime } from "~/features/providers/proposals.queries.server";
import { helpKind, helpState } from "~/features/providers/requests.model";
import { countOpenHelp, type HelpRow, helpAtATime, listOpenHelp } from "~/features/providers/requests.queries.server";
import { isTheme } from "~/features/themes/model";
import { translator } from "~/i18n/translate";
import { localTimeOf } from "~/lib/clock-time.server";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { fieldName } from "./page.server";
import { countOpenRequests, listOpenRequests, requestsAtATime } from "./requests.queries.server";

interface Row {
  ownerId: string;
  createdAt: number;
  provider: string;
  kind: string;
  subject: string;
  text: string;
  before: string;
  after: string;
  /** The last day to answer, where the law sets one. */
  dueOn: string | null;
  state: string;
}

/** « Demandes des prestataires » as a file: questions, corrections proposed and requests about data that wait. Throws ForbiddenError. */
export function exportRequests(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, "provider.correct")) throw new ForbiddenError("provider.correct");
  const t = translator(actor.locale);
  return tableOf(actor, {
    name: t("ownData:requests.title"),
    command: "provider.exportRequests",
    total: countOpenHelp(actor) + countOpenProposals(actor) + countOpenRequests(actor),
    rows: () => waiting(actor),
    asked: [[t("ownData:requests.file.state"), t("ownData:states.open")]],
    defined: [[t("ownData:requests.title"), t("ownData:requests.file.help")]],
    columns: [
      {
        title: t("ownData:requests.file.at"),
        meaning: t("ownData:requests.file.atHelp"),
        type: "instant",
        value: (row) => localTimeOf(row.createdAt, zoneOf(row.ownerId)),
      },
      { title: t("ownData:requests.file.provider"), width: 36, value: (row) => row.provider },
      { title: t("ownData:requests.file.kind"), value: (row) => row.kind },
      {
        title: t("ownData:requests.file.subject"),
        meaning: t("ownData:requests.file.subjectHelp"),
        value: (row) => row.subject,
      },
      { title: t("ownData:requests.file.text"), width: 60, value: (row) => row.text },
      { title: t("ownData:requests.file.before"), width: 36, value: (row) => row.before },
      { title: t("ownData:requests.file.after"), width: 36, value: (row) => row.after },
      {
        title: t("ownData:requests.file.due"),
        meaning: t("ownData:requests.file.dueHelp"),
        type: "day",
        value: (row) => row.dueOn,
      },
      { title: t("ownData:requests.file.state"), width: 36, value: (row) => row.state },
    ],
  });
}

async function* waiting(actor: Actor): AsyncGenerator<Row> {
  const t = translator(actor.locale);
  const plain = { subject: "", before: "", after: "", dueOn: null, state: t("ownData:states.open") };
  for await (const row of everyPlace(helpAtATime, (skip) => listOpenHelp(actor, skip))) yield helpRow(actor, row);
  for await (const { proposal, provider } of everyPlace(proposalsAtATime, (skip) => listOpenProposals(actor, skip))) {
    const { ownerId, createdAt, field, oldValue, newValue, comment } = proposal;
    const said = { subject: fieldName(actor.locale, field), text: comment, before: oldValue ?? "", after: newValue ?? "" };
    yield { ...plain, ...said, ownerId, createdAt, provider, kind: t("ownData:requests.file.correction") };
  }
  for await (const { request, provider } of everyPlace(requestsAtATime, (skip) => listOpenRequests(actor, skip))) {
    const { ownerId, createdAt, dueOn, text, kind } = request;
    yield { ...plain, ownerId, createdAt, dueOn, text, provider, kind: t(`ownData:kinds.${kind}`) };
  }
}

function helpRow(actor: Actor, row: HelpRow): Row {
  const t = translator(actor.locale);
  const { ownerId, createdAt, provider, theme, text } = row;
  return {
    ownerId,
    createdAt,
    provider,
    kind: t(`requests:kinds.${helpKind(row)}`),
    subject: theme && isTheme(theme) ? t(`themes:${theme}.name`) : "",
    text,
    before: "",
    after: "",
    dueOn: null,
    state: t(`requests:states.${helpState(row)}`, { name: row.helper ?? "" }),
  };
}
