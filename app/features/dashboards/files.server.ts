import { paths, type Query } from "~/paths";
import type { RowList } from "./form";

/** A list of rows behind a figure as files, under the filters that its page has. */
export function filesOf(list: RowList, query: Query) {
  const { after: _after, page: _page, ...filters } = query;
  return {
    xlsx: paths.dashboardRowsExport(list, "xlsx", filters),
    csv: paths.dashboardRowsExport(list, "csv", filters),
  };
}
