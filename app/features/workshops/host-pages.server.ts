import type { Actor } from "~/access/actor";
import { findEmail } from "~/features/accounts/address.queries.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { listProvidersById } from "~/features/providers/queries.server";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { readQuestions } from "./answers.server";
import { describePoster, seatedPoster, seatsText, whereOf } from "./describe.server";
import { listGiven } from "./given.queries.server";
import { isLiving } from "./model";
import { getHostWorkshop, listHostWorkshops, listOwnRegistrations } from "./public.queries.server";
import { describeParts } from "./when.server";

/** A host's page of workshops: theirs first, then what they may join. */
export function readHostProgramme(actor: Actor) {
  const { locale } = actor;
  const t = translator(locale);
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
  return {
    mine: living.map(({ registration, workshop }) =>
      row(workshop, {
        dates: describeParts(locale, [workshop], workshop.zone),
        seats: t(`workshops:people.states.${registration.state}`),
        isCancelled: workshop.state === "cancelled",
      }),
    ),
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

/** One workshop as a host sees it, with their own registration where there is one. */
export function readHostWorkshop(actor: Actor, workshopId: string) {
  const workshop = getHostWorkshop(actor, workshopId);
  const { provider, choices } = chooseOwnProvider(actor, null);
  const own = listOwnRegistrations(actor).filter((one) => one.workshop.id === workshop.id && isLiving(one.registration.state));
  const poster = describePoster(actor.locale, workshop);
  const isSeated = own.some((one) => one.registration.state === "registered");
  return {
    poster: isSeated ? seatedPoster(poster) : poster,
    questions: readQuestions(workshop.id),
    id: newId(),
    providerId: provider.id,
    choices,
    known: { name: actor.name },
    before: own.length > 0 ? listGiven(workshop.id, { moment: "before", isHost: true }) : [],
    after:
      workshop.state === "held" && own.some((one) => one.registration.presence === "present")
        ? listGiven(workshop.id, { moment: "after", isHost: true })
        : [],
    video: isSeated ? workshop.videoUrl : null,
    own: own.map(({ registration }) => ({
      id: registration.id,
      name: registration.name,
      state: registration.state,
      stateName: translator(actor.locale)(`workshops:people.states.${registration.state}`),
    })),
  };
}

/** The provider that a host registers for, read again in their scope, and their own mail address. */
export function chooseRegistering(actor: Actor, providerId: string) {
  const [provider] = listProvidersById(actor, [providerId], "workshop.join").filter((one) => actor.providerIds.includes(one.id));
  return provider ? { provider: { ...provider, providerId: provider.id }, email: findEmail(actor.userId) } : undefined;
}
