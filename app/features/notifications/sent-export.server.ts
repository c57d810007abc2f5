import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { parseQuery } from "~/http/query.server";
import { translator } from "~/i18n/translate";
import { localTimeOf } from "~/lib/clock-time.server";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { countSentMails, listSentMails } from "./sent.queries.server";
import { sentLine, sentQuery } from "./sent-page.server";
import { countUnsentNews, listUnsentNews } from "./unsent.queries.server";
import { unsentLine } from "./unsent-page.server";

interface Row {
  /** Local, `2026-11-24 14:30`. */
  at: string;
  person: string;
  address: string;
  line: ReturnType<typeof sentLine>;
}

/** What left by mail, or did not, under the list's own filters: to whom, about what, and what became of it; never a text. Throws ForbiddenError, and NotFoundError for a provider out of sight. */
export function exportMails(actor: Actor, request: Request): ExportedTable {
  if (!canSomewhere(actor, "mail.list")) throw new ForbiddenError("mail.list");
  const t = translator(actor.locale);
  const { view, provider: providerId } = parseQuery(request, sentQuery);
  const provider = providerId ? getProvider(actor, providerId, "provider.list").name : undefined;
  return tableOf(actor, {
    name: t("notices:sent.title"),
    command: "mail.export",
    ...(view === "unsent" ? unsentRows(actor, providerId) : sentRows(actor, { view, providerId })),
    asked: [
      [t("notices:sent.filter"), t(`notices:sent.views.${view}`)],
      ...(provider ? [[t("notices:sent.file.provider"), provider] as const] : []),
    ],
    columns: [
      { title: t("notices:sent.file.at"), meaning: t("notices:sent.file.atHelp"), type: "instant", value: (row) => row.at },
      { title: t("notices:sent.file.kind"), value: (row) => row.line.kind },
      { title: t("notices:sent.file.subject"), width: 50, value: (row) => row.line.subject },
      { title: t("notices:sent.file.provider"), width: 36, value: (row) => row.line.provider?.name ?? "" },
      { title: t("notices:sent.file.who"), width: 30, value: (row) => row.person },
      { title: t("notices:sent.file.address"), width: 32, value: (row) => row.address },
      { title: t("notices:sent.file.state"), meaning: t("notices:sent.file.stateHelp"), value: (row) => row.line.state },
      { title: t("notices:sent.file.why"), width: 60, value: (row) => row.line.why },
    ],
  });
}

function sentRows(actor: Actor, filter: Parameters<typeof countSentMails>[1]) {
  const read = (after: string | undefined) => {
    const { rows, next } = listSentMails(actor, { ...filter, after });
    return { rows: rows.map((row) => rowOf(sentLine(actor, row), row)), next };
  };
  return { total: countSentMails(actor, filter), rows: () => everyPage(read) };
}

function unsentRows(actor: Actor, providerId: string | undefined) {
  const read = (after: string | undefined) => {
    const { rows, next } = listUnsentNews(actor, { providerId, after });
    const lines = rows.map((row) => {
      const person = row.contact ?? row.login;
      return rowOf(unsentLine(actor, row), { ...row.notice, sentAt: null, contact: person, recipient: "" });
    });
    return { rows: lines, next };
  };
  return { total: countUnsentNews(actor, { providerId }), rows: () => everyPage(read) };
}

interface Written {
  ownerId: string | null;
  createdAt: number;
  sentAt: number | null;
  contact: string | null;
  recipient: string;
}

const rowOf = (line: Row["line"], { ownerId, createdAt, sentAt, contact, recipient }: Written): Row => ({
  at: localTimeOf(sentAt ?? createdAt, zoneOf(ownerId ?? "")),
  person: contact ?? "",
  address: recipient,
  line,
});
