import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { readMoveForm } from "~/features/agenda/appointment-page.server";
import { getAppointment } from "~/features/agenda/appointments.queries.server";
import { moveAppointment } from "~/features/agenda/changes.commands.server";
import { MoveForm } from "~/features/agenda/components/move-form";
import { sayWhen } from "~/features/agenda/emails.server";
import { moveSchema } from "~/features/agenda/form";
import { refusedMove } from "~/features/agenda/refused-move.server";
import { invalidEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.form.moveTitle);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAppointment(actor, asked.params.appointmentId ?? "", "appointment.change"));
  const form = readMoveForm(actor, row, new URL(asked.request.url).searchParams);
  return json({ form, texts: textsOf(actor.locale, "agenda", "meets") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const get = () => getAppointment(actor, asked.params.appointmentId ?? "", "appointment.change");
  const row = await answering(get);
  const form = await parseForm(asked.request, moveSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    moveAppointment(actor, authorize(actor, "appointment.change", row), form.value);
    const text = translator(actor.locale)("agenda:one.moved", { when: sayWhen(actor.locale, get()) });
    return redirectWithToast(paths.appointment(row.id), { text, tone: "ok" });
  } catch (error) {
    return refusedMove(actor, error, form.reply);
  }
}

export default function MoveAppointment() {
  const { form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.agenda.form.moveTitle} context={form.intro} />
      <MoveForm form={form} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
