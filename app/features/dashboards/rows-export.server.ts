import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { ForbiddenError, NotFoundError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { isRowList, type RowList } from "./form";
import { establishmentFile, meetFile, providerFile } from "./reach-export.server";
import { actionFile, sessionFile, workshopFile } from "./work-export.server";

const files: Record<RowList, (actor: Actor, request: Request) => ExportedTable> = {
  counted: sessionFile,
  establishments: establishmentFile,
  providers: providerFile,
  actions: actionFile,
  workshops: workshopFile,
  meet: meetFile,
};

/**
 * The rows behind a figure as a file, all of them, under the filters of the page that its address names; read as they
 * leave. Throws ForbiddenError, and NotFoundError for another address or where totals alone may be seen.
 */
export function exportFigureRows(actor: Actor, request: Request): ExportedTable {
  if (!canSomewhere(actor, "dashboard.detail")) throw new ForbiddenError("dashboard.detail");
  const list = new URL(request.url).pathname.split("/")[2];
  if (!isRowList(list)) throw new NotFoundError("figureRows");
  return files[list](actor, request);
}
