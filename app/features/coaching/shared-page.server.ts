import type { Actor } from "~/access/actor";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { themeName } from "./lines";
import { getSharedSession } from "./shared.queries.server";

/** What an office sees of a session that another held with people of its own; throws NotFoundError out of sight. */
export function readSharedPage(actor: Actor, sessionId: string) {
  const session = getSharedSession(actor, sessionId);
  const { locale } = actor;
  const t = translator(locale);
  const about = [
    formatDay(locale, session.heldOn, "long"),
    session.channel ? t(`coaching:channels.${session.channel}`) : "",
    session.theme && isTheme(session.theme) ? themeName(locale, session.theme) : "",
  ];
  return {
    title: session.title ?? t("coaching:page.untitled", { day: formatDay(locale, session.heldOn, "spoken") }),
    context: about.filter(Boolean).join(" · "),
    heldBy: t("coachingLog:shared.heldBy", { office: session.office }),
    whole: t("coachingLog:shared.whole", {
      supports: t("coaching:supports", { count: session.supports }),
      duration: formatDuration(session.durationMinutes),
    }),
    shares: session.shares.map((share) => {
      const people = session.guests.filter((one) => one.organisationId === share.organisationId);
      const unnamed = Math.max(share.supports - people.length, 0);
      return {
        id: share.organisationId,
        office: share.office,
        counts: [
          [t("coachingLog:shared.present"), String(share.supports)],
          [t("coachingLog:shared.time"), formatDuration(share.minutes)],
          [t("coachingLog:shared.excused"), String(share.excused)],
          [t("coachingLog:shared.absent"), String(share.absent)],
        ] satisfies [string, string][],
        people: people.map((one) => ({
          id: one.id,
          name: one.name,
          to: paths.provider(one.providerId),
          context: [t(`kinds:${one.kind}`), one.commune].filter(Boolean).join(", "),
        })),
        unnamed: unnamed > 0 ? t("coachingLog:shared.unnamed", { count: unnamed }) : "",
      };
    }),
  };
}
export type SharedPage = ReturnType<typeof readSharedPage>;
