import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { listLikelyPairs } from "./queries.server";

/** « Doublons à vérifier » as a file, a row for each pair: both records, and why they look alike. Throws ForbiddenError. */
export function exportPairs(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, "provider.merge")) throw new ForbiddenError("provider.merge");
  const t = translator(actor.locale);
  const pairs = listLikelyPairs(actor, Number.POSITIVE_INFINITY);
  const columnsOf = (side: "a" | "b") => {
    const title = (name: "name" | "kind" | "commune" | "seen") => t(`duplicates:file.${name}`, { side: side.toUpperCase() });
    type Pair = (typeof pairs)[number];
    return [
      { title: title("name"), width: 36, value: (pair: Pair) => pair[side].name },
      { title: title("kind"), value: (pair: Pair) => t(`kinds:${pair[side].kind}`) },
      { title: title("commune"), value: (pair: Pair) => pair[side].commune ?? "" },
      {
        title: title("seen"),
        meaning: t("duplicates:file.seenHelp"),
        type: "day" as const,
        value: (pair: Pair) => pair[side].lastSupportOn,
      },
    ];
  };
  return tableOf(actor, {
    name: t("duplicates:title"),
    command: "provider.exportDuplicates",
    total: pairs.length,
    rows: () => everyPage(() => ({ rows: pairs, next: undefined })),
    defined: [[t("duplicates:title"), t("duplicates:file.help")]],
    asked: [],
    columns: [
      ...columnsOf("a"),
      ...columnsOf("b"),
      {
        title: t("duplicates:file.reasons"),
        width: 40,
        value: ({ reasons }) => reasons.map((reason) => t(`duplicates:reasons.${reason}`)).join(", "),
      },
    ],
  });
}
