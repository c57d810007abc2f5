import type { Actor } from "~/access/actor";
import { findEmail } from "~/features/accounts/address.queries.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { listProvidersById } from "~/features/providers/queries.server";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { readQuestions } from "./answers.server";
import { describePoster, seatedPoster, seatsText, whereOf } from "./describe.server";
import { listGiven } from "./given.queries.server";
import { isLiving } from "./model";
import { getHostWorkshop, listHostWorkshops, listOwnRegistrations } from "./public.queries.server";
import { listParts } from "./queries.server";
import { seatStatus } from "./seat-status.server";
import { describeParts } from "./when.server";

/** A host's page of workshops: theirs to come first, then what they may join, then those that they were at. */
export function readHostProgramme(actor: Actor) {
  const { locale } = actor;
  const mine = listOwnRegistrations(actor);
  const row = (
    workshop: Parameters<typeof whereOf>[1] & { id: string; title: string },
    more: { dates: string[]; seats: string; isCancelled: boolean },
  ) => ({
    id: workshop.id,
    to: paths.myWorkshop(workshop.id),
    title: workshop.title,
    context: whereOf(locale, workshop),
    ...more,
  });
  const living = mine.filter((one) => isLiving(one.registration.state));
  const isPast = ({ workshop }: Own) => workshop.state === "held" || workshop.endsAt < now();
  const own = (one: Own, seats: string) =>
    row(one.workshop, {
      dates: describeParts(locale, listParts(one.workshop.id), one.workshop.zone),
      seats,
      isCancelled: one.workshop.state === "cancelled",
    });
  return {
    mine: living
      .filter((one) => !isPast(one))
      .toReversed()
      .map((one) => own(one, statusOf(locale, one))),
    past: living
      .filter((one) => isPast(one) && one.registration.presence === "present")
      .map((one) => own(one, translator(locale)("programme:my.wasThere"))),
    coming: listHostWorkshops(actor)
      .filter((one) => !living.some(({ workshop }) => workshop.id === one.id))
      .map((one) =>
        row(one, {
          dates: describeParts(locale, one.parts, one.zone),
          seats: seatsText(locale, one),
          isCancelled: one.state === "cancelled",
        }),
      ),
  };
}

type Own = ReturnType<typeof listOwnRegistrations>[number];

/** Where a registration stands; of a workshop that was called off, that alone. */
const statusOf = (locale: Locale, { registration, workshop }: Own): string =>
  workshop.state === "cancelled"
    ? translator(locale)("workshops:page.cancelled")
    : seatStatus(locale, registration, workshop.zone);

/** One workshop as a host sees it, with their own registration where there is one. */
export function readHostWorkshop(actor: Actor, workshopId: string) {
  const workshop = getHostWorkshop(actor, workshopId);
  const { choices } = chooseOwnProvider(actor, null);
  const own = listOwnRegistrations(actor).filter((one) => one.workshop.id === workshop.id && isLiving(one.registration.state));
  const poster = describePoster(actor.locale, workshop);
  const isSeated = own.some((one) => one.registration.state === "registered");
  return {
    poster: isSeated ? seatedPoster(poster) : poster,
    questions: readQuestions(workshop.id),
    id: newId(),
    choices: choices.map((one) => ({ value: one.id, label: one.name })),
    known: { name: actor.name },
    before: own.length > 0 ? listGiven(workshop.id, { moment: "before", isHost: true }) : [],
    after:
      workshop.state === "held" && own.some((one) => one.registration.presence === "present")
        ? listGiven(workshop.id, { moment: "after", isHost: true })
        : [],
    video: isSeated ? workshop.videoUrl : null,
    own: own.map(({ registration }) => ({
      id: registration.id,
      who: [registration.name, registration.establishment].filter(Boolean).join(" · "),
      state: registration.state,
      status: seatStatus(actor.locale, registration, workshop.zone),
    })),
  };
}

/** The provider that a host registers for, read again in their scope, and their own mail address. */
export function chooseRegistering(actor: Actor, providerId: string) {
  const [provider] = listProvidersById(actor, [providerId], "workshop.join").filter((one) => actor.providerIds.includes(one.id));
  return provider ? { provider: { ...provider, providerId: provider.id }, email: findEmail(actor.userId) } : undefined;
}
