import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { NewAppointment } from "~/features/agenda/components/new-appointment";
import { ProviderSearch } from "~/features/agenda/components/provider-search";
import { readAppointmentForm } from "~/features/agenda/new-appointment.server";
import { saveBooking } from "~/features/agenda/save-booking.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.form.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const query = new URL(asked.request.url).searchParams;
  const form = await answering(() => readAppointmentForm(actor, query));
  return json({ ...form, texts: textsOf(actor.locale, "agenda", "meets") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const providerId = new URL(asked.request.url).searchParams.get("provider") ?? "";
  const fields = await asked.request.formData();
  const saved = await answering(() => saveBooking(actor, providerId, fields));
  if (saved.to !== null) return redirectWithToast(saved.to, { text: saved.text, tone: "ok" });
  return saved.isConflict ? conflict(saved.reply) : invalid(saved.reply);
}

export default function NewAppointmentPage() {
  const { search, booking, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.agenda.form;
  return (
    <>
      <PageTitle title={t.title} context={booking?.provider.name} />
      {search ? <ProviderSearch search={search} action={paths.newAppointment()} /> : null}
      {booking ? <NewAppointment key={booking.provider.id} booking={booking} reply={reply} /> : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
