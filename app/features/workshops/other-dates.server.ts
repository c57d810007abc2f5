import { and, asc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { workshops } from "~/db/schema/workshops.server";
import { type Locale, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { WorkshopRow } from "./seats.server";
import { describeSpan } from "./when.server";

/** Up to three dates to come instead of a cancelled one: of the same series or theme, seats left first. */
export function otherDates(workshop: WorkshopRow, locale: Locale, at: number): string[] {
  const rows = db()
    .select({ workshop: workshops, slug: organisations.slug })
    .from(workshops)
    .innerJoin(organisations, eq(organisations.id, workshops.ownerId))
    .where(
      and(
        eq(workshops.ownerId, workshop.ownerId),
        ne(workshops.id, workshop.id),
        inArray(workshops.state, ["published", "full"]),
        gt(workshops.startsAt, at),
        isNull(workshops.deletedAt),
      ),
    )
    .orderBy(asc(workshops.startsAt))
    .limit(100)
    .all();
  const near = rows.filter(({ workshop: one }) => isLike(one, workshop));
  const best = near.toSorted((a, b) => Number(a.workshop.state === "full") - Number(b.workshop.state === "full")).slice(0, 3);
  if (best.length === 0) return [];
  const t = translator(locale);
  const lines = best.map(({ workshop: one, slug }) => {
    const url = one.audience === "public" ? new URL(paths.publicWorkshop(slug, one.id), config().appUrl).href : "";
    return [`${one.title}, ${describeSpan(locale, one, one.zone)}`, url].filter(Boolean).join("\n");
  });
  return [[t("workshopMails:otherDates"), ...lines].join("\n")];
}

function isLike(one: WorkshopRow, other: WorkshopRow): boolean {
  return (one.seriesId !== null && one.seriesId === other.seriesId) || one.themes.some((theme) => other.themes.includes(theme));
}
