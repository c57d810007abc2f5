import { redirect } from "@remix-run/node";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { errorText, parseFields } from "~/http/form.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { callOffices, remindInvited, sendInvitations } from "./invitations.commands.server";
import { listCalls } from "./invitations.queries.server";
import { needOf } from "./invitations-page.server";
import { getInvitingOffice } from "./inviting-office.server";
import { sendSchema } from "./need.form";
import { getWorkshop } from "./queries.server";

interface Asked {
  workshopId: string;
  params: URLSearchParams;
  fields: FormData;
}

/** Sends, reminds, or hands the invitation to other offices; answers with the page and what happened. */
export function actOnInvitations(actor: Actor, asked: Asked) {
  const row = getWorkshop(actor, asked.workshopId);
  const office = getInvitingOffice(actor, row, asked.params.get("office"));
  const here = paths.workshopInvitations(row.id, { office: office.id });
  const t = translator(actor.locale);
  const id = String(asked.fields.get("id") ?? "") || newId();
  try {
    switch (asked.fields.get("intent")) {
      case "remind": {
        const { sent } = remindInvited(actor, office, { id, workshopId: row.id });
        return redirectWithToast(here, { text: t("invitations:reminded", { count: sent }), tone: "ok" });
      }
      case "call": {
        const organisationIds = asked.fields.getAll("organisations").map(String);
        const need = String(asked.fields.get("need") ?? "");
        const { told } = callOffices(actor, authorize(actor, "workshop.plan", row), { id, need, organisationIds });
        return redirectWithToast(here, { text: t("invitations:offices.told", { count: told }), tone: "ok" });
      }
      case "send":
        return send(actor, asked, { office, here, row });
      default:
        return redirect(here);
    }
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(here, { text: errorText(actor.locale, error.key, error.values), tone: "warn" });
  }
}

interface Place {
  office: ReturnType<typeof getInvitingOffice>;
  here: string;
  row: { id: string };
}

function send(actor: Actor, { params, fields }: Asked, { office, here, row }: Place) {
  const t = translator(actor.locale);
  const form = parseFields(fields, sendSchema, actor.locale);
  if (!form.isValid) return redirectWithToast(here, { text: t("errors:invalid"), tone: "warn" });
  const call = listCalls(row.id).find((one) => one.organisationId === office.id);
  const need = needOf(params, call?.need);
  const { sent } = sendInvitations(actor, office, { workshopId: row.id, need, input: form.value });
  return redirectWithToast(here, { text: t("invitations:sent", { count: sent }), tone: "ok" });
}
