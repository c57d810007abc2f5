import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { ProviderChoice } from "~/features/action-plans/components/provider-choice";
import { MyAppointments } from "~/features/agenda/components/my-appointments";
import { describeMyAppointments, saveMyBooking } from "~/features/agenda/my-appointments.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.appointments.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const query = new URL(asked.request.url).searchParams;
  const { provider, choices } = await answering(() => chooseOwnProvider(actor, query.get("provider")));
  return json({
    page: describeMyAppointments(actor, provider.id, query),
    providerId: provider.id,
    choices: choices.map((one) => ({
      ...one,
      to: paths.myAppointments({ provider: one.id }),
      isCurrent: one.id === provider.id,
    })),
    texts: textsOf(actor.locale, "appointments", "myPlan"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const fields = await asked.request.formData();
  const saved = await answering(() => saveMyBooking(actor, provider, fields));
  if ("text" in saved)
    return redirectWithToast(paths.myAppointments({ provider: provider.id }), { text: saved.text, tone: "ok" });
  return saved.isConflict ? conflict(saved.reply) : invalid(saved.reply);
}

export default function MyAppointmentsPage() {
  const { page, providerId, choices, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <ProviderChoice choices={choices} />
      <PageTitle title={texts.appointments.title} context={texts.appointments.intro} />
      <MyAppointments key={page.id} page={page} providerId={providerId} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
