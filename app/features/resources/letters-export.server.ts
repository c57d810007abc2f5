import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPlace, tableOf } from "~/features/exports/table.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { textsOf, translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { establishmentKinds } from "~/lib/vocabulary";
import { countDeliveries, countLetters, lettersAtATime, listLetters } from "./letters.queries.server";

const permission = "watch.export";

/** « Lettres aux prestataires » as a file: for whom, when it left, what its mails became; nobody's name. Throws ForbiddenError. */
export function exportLetters(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, permission)) throw new ForbiddenError(permission);
  const t = translator(actor.locale);
  const { kinds } = textsOf(actor.locale, "kinds");
  const states = ["sent", "waiting", "sending", "failed", "uncertain"] as const;
  const whom = (code: string | null) => {
    const known = establishmentKinds.find((kind) => kind === code);
    return known ? kinds[known] : t("library:allKinds");
  };
  const listed = (skip: number) =>
    listLetters(actor, { skip, permission }).map((letter) => ({ ...letter, mails: countDeliveries(letter.id) }));
  return tableOf(actor, {
    name: t("letters:title"),
    command: "letter.export",
    total: countLetters(actor, permission),
    rows: () => everyPlace(lettersAtATime, listed),
    defined: [[t("letters:title"), t("letters:intro")]],
    asked: [],
    columns: [
      { title: t("letters:subject"), width: 50, value: (row) => row.subject },
      { title: t("letters:forKind"), width: 30, value: (row) => whom(row.forKind) },
      { title: t("letters:file.madeOn"), type: "day", width: 12, value: (row) => dayAt(row.ownerId, row.createdAt) },
      {
        title: t("letters:file.sentOn"),
        meaning: t("letters:file.sentOnHelp"),
        type: "day",
        width: 12,
        value: (row) => (row.sentAt === null ? null : dayAt(row.ownerId, row.sentAt)),
      },
      { title: t("letters:itemIds"), type: "number", width: 12, value: (row) => row.itemIds.length },
      ...states.map((state) => ({
        title: t(`letters:states.${state}`),
        meaning: t("letters:file.stateHelp"),
        type: "number" as const,
        value: (row: { mails: ReadonlyMap<string, number> }) => row.mails.get(state) ?? 0,
      })),
    ],
  });
}
