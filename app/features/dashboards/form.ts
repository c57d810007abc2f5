import { z } from "zod";
import { actionSets, reaches, sessionSets, workshopSets } from "~/features/figures/model";
import { themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { establishmentKinds, sessionChannels } from "~/lib/vocabulary";
import { compareChoices, periodChoices } from "./model";

const empty = z.literal("").transform(() => undefined);
const day = z.union([empty, z.string().refine(isDay)]).optional();
const id = z.union([empty, z.string().max(40)]).optional();

/** The dashboard's filters as they stand in its address; a field left empty filters nothing. */
export const dashboardQuery = z.object({
  period: z.enum(periodChoices).optional(),
  from: day,
  to: day,
  compare: z.enum(compareChoices).optional(),
  office: id,
  facilitator: id,
  kind: z.union([empty, z.enum(["individual", "group"])]).optional(),
  providerKind: z.union([empty, z.enum(establishmentKinds)]).optional(),
  commune: z.union([empty, z.string().regex(/^\w{5}$/)]).optional(),
  theme: z.union([empty, z.enum(themeCodes)]).optional(),
  channel: z.union([empty, z.enum(sessionChannels)]).optional(),
  funder: id,
  tag: id,
});
export type DashboardQuery = z.output<typeof dashboardQuery>;

const rows = { after: z.string().max(400).optional() };
/** The rows behind a figure: the page's own filters, and which figure. */
export const providerRowsQuery = dashboardQuery.extend({ ...rows, reach: z.enum(reaches).optional() });
export const actionRowsQuery = dashboardQuery.extend({ ...rows, set: z.enum(actionSets).optional() });
export const workshopRowsQuery = dashboardQuery.extend({ ...rows, set: z.enum(workshopSets).optional() });
export const countedRowsQuery = dashboardQuery.extend({ ...rows, set: z.enum(sessionSets).optional() });
export const establishmentRowsQuery = dashboardQuery.extend(rows);
export const meetRowsQuery = dashboardQuery.extend({ page: z.coerce.number().int().min(0).max(10_000).default(0) });

/** The pages of rows behind figures, by the last word of their address. */
export const rowLists = ["counted", "establishments", "providers", "actions", "workshops", "meet"] as const;
export type RowList = (typeof rowLists)[number];
export const isRowList = (word: string | undefined): word is RowList => rowLists.some((known) => known === word);

const year = z.union([empty, z.string().regex(/^20\d\d$/)]).optional();
/** A network's page: which network, which civil year, which page of its offices. */
export const networkQuery = z.object({ network: id, year, page: z.coerce.number().int().min(0).max(200).default(0) });
export type NetworkQuery = z.output<typeof networkQuery>;

/** A facilitator's own page: one of the usual periods, and any day of the week shown. */
export const mineQuery = z.object({ period: z.enum(periodChoices).optional(), week: day });
export type MineQuery = z.output<typeof mineQuery>;
export type RowsQuery = DashboardQuery & { after?: string | undefined };
