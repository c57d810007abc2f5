import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { exportFigureRows } from "~/features/dashboards/rows-export.server";
import { answerExport } from "~/features/exports/commands.server";
import { answering } from "~/http/responses.server";

/** The rows behind a figure, under the filters of their own page. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { request } = asked;
  return answering(() => answerExport(actor, exportFigureRows(actor, request), { list: "figureRows", format: "xlsx", request }));
}
