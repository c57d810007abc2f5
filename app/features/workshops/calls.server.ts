import type { Actor } from "~/access/actor";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import type { WaitingCall } from "./components/waiting-calls";
import { chooseInvited } from "./invitations.model";
import { listWaitingCalls } from "./invitations.queries.server";
import { needOf } from "./invitations-page.server";
import { listCandidates, listKnownAddresses } from "./need.queries.server";

/** What other offices handed over, with how many of one's own one tap would invite. */
export function describeWaitingCalls(actor: Actor): WaitingCall[] {
  const t = translator(actor.locale);
  return listWaitingCalls(actor).map((call) => {
    const { workshopId, organisationId } = call;
    const office = { id: organisationId, zone: call.zone };
    const found = listCandidates(office, workshopId, needOf(new URLSearchParams(), call.need));
    const { chosen } = chooseInvited(
      found.map((one) => one.candidate),
      { ...listKnownAddresses(workshopId), withSeason: false },
    );
    const count = new Set(chosen.map((one) => one.providerId)).size;
    const day = formatDay(actor.locale, dayIn(call.zone, call.startsAt), "spoken");
    return {
      id: `${workshopId}/${organisationId}`,
      text: t("invitations:calls.text", { from: call.from, title: call.title, day }),
      to: paths.workshopInvitations(workshopId, { office: organisationId }),
      send: count > 0 ? t("invitations:calls.send", { count }) : null,
      formId: newId(),
    };
  });
}
