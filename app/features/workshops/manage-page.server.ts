import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { errorText } from "~/http/form.server";
import { invalid, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { readAnswers, readQuestions } from "./answers.server";
import { callFromKey, describeBeside, holderOf } from "./beside-page.server";
import { describePoster, seatedPoster } from "./describe.server";
import { manageSchema } from "./form";
import { listGiven } from "./given.queries.server";
import { isLiving } from "./model";
import { parsePerson, refusedPerson } from "./posted-person.server";
import { getByLink } from "./public.queries.server";
import { acceptOffer, cancelRegistration, changeRegistration } from "./registrations.commands.server";
import { seatStatus } from "./seat-status.server";
import { visitor } from "./visitor";

type Opened = ReturnType<typeof getByLink>;

/** What a registered person sees by their link; a GET changes nothing. */
export function readManagePage(token: string) {
  const opened = getByLink(token, "manage");
  const { registration, workshop, office, isSpent } = opened;
  const { locale } = registration;
  const poster = describePoster(locale, workshop);
  return {
    locale,
    office: office.name,
    contact: { email: office.email, phone: null },
    beside: describeBeside(holderOf(opened)),
    poster: registration.state === "registered" ? seatedPoster(poster) : poster,
    state: registration.state,
    status: seatStatus(locale, registration, workshop.zone),
    isLiving: isLiving(registration.state) && !isSpent && !poster.isCancelled,
    isSpent,
    video: registration.state === "registered" ? workshop.videoUrl : null,
    publicPage: workshop.audience === "public" ? paths.publicWorkshop(office.slug, workshop.id) : null,
    given: listGiven(workshop.id, { moment: "before", isHost: registration.providerId !== null }),
    questions: readQuestions(workshop.id),
    known: {
      name: registration.name,
      establishment: registration.establishment,
      phone: registration.phone ?? "",
      pictures: registration.picturesConsent === null ? "" : registration.picturesConsent ? "yes" : "no",
      ...Object.fromEntries([...readAnswers(registration.id)].map(([id, answer]) => [`answers.${id}`, answer])),
    },
    id: registration.id,
  };
}

/** What the person chose on that page. */
export async function manageRegistration(asked: ActionFunctionArgs) {
  const token = asked.params.token ?? "";
  const opened = getByLink(token, "manage");
  const { registration, isSpent } = opened;
  const { locale } = registration;
  const t = translator(locale);
  const fields = await asked.request.formData();
  const person = visitor(locale);
  const here = paths.workshopManage(token);
  if (fields.get("intent") === "callback") return callFromKey(holderOf(opened), fields, here);
  if (isSpent) throw notFound();
  switch (fields.get("intent")) {
    case "cancel":
      cancelRegistration(person, registration);
      return redirectWithToast(here, { text: t("programme:manage.cancelled"), tone: "ok" });
    case "accept":
      return takeSeat(registration, here);
    case "register": {
      const form = parsePerson(fields, manageSchema, locale);
      if (!form.isValid) return invalid(form.reply);
      try {
        changeRegistration(person, registration, form.value);
        return redirectWithToast(here, { text: t("programme:manage.saved"), tone: "ok" });
      } catch (error) {
        return invalid(refusedPerson(error, form.reply, locale));
      }
    }
    default:
      return redirect(here);
  }
}

async function takeSeat(registration: Opened["registration"], here: string) {
  const { locale } = registration;
  try {
    acceptOffer(visitor(locale), registration);
    return redirectWithToast(here, { text: translator(locale)("programme:manage.taken"), tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(here, { text: errorText(locale, error.key), tone: "warn" });
  }
}
