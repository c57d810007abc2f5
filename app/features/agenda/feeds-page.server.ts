import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { config } from "~/config.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { listProvidersById } from "~/features/providers/queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { endFeed, type FeedSubject, renewFeed } from "./feeds.commands.server";
import { listFeeds } from "./feeds.queries.server";

/** The calendars that a person may subscribe to, with the state of each address. */
export function describeFeeds(actor: Actor) {
  const t = translator(actor.locale);
  const made = new Map(listFeeds(actor).map((one) => [`${one.kind}/${one.subjectId}`, one.createdAt]));
  const stateOf = (key: string) => {
    const at = made.get(key);
    return at === undefined
      ? { isMade: false, text: t("appointments:feed.none") }
      : {
          isMade: true,
          text: t("appointments:feed.since", { day: formatDay(actor.locale, dayIn(zoneOfActor(actor), at), "long") }),
        };
  };
  const own = canSomewhere(actor, "agenda.view")
    ? [{ subject: "person", name: t("appointments:feed.person"), ...stateOf(`person/${actor.userId}`) }]
    : [];
  const mine = listProvidersById(actor, actor.providerIds, "provider.view").filter((one) => actor.providerIds.includes(one.id));
  return [
    ...own,
    ...mine.map((one) => ({
      subject: one.id,
      name: t("appointments:feed.provider", { name: one.name }),
      ...stateOf(`provider/${one.id}`),
    })),
  ];
}

/** Makes, renews or ends an address as the form asks; returns the new address, shown once. */
export function changeFeed(actor: Actor, fields: FormData): { subject: string; address: string | null } {
  const subject = String(fields.get("subject") ?? "");
  if (subject === "") throw new NotFoundError("feed");
  const asked: FeedSubject = subject === "person" ? { kind: "person" } : { kind: "provider", providerId: subject };
  if (fields.get("intent") === "end") {
    endFeed(actor, asked);
    return { subject, address: null };
  }
  return { subject, address: `${config().appUrl}${paths.calendarFeed(renewFeed(actor, asked))}` };
}
