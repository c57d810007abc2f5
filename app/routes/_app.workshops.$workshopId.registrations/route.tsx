import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { RegisterForm } from "~/features/workshops/components/register-form";
import { getDesk } from "~/features/workshops/desk.queries.server";
import { actOnRegistration, registerByOffice } from "~/features/workshops/office-registrations.server";
import { readRegisterForm } from "~/features/workshops/register-page.server";
import { answering } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.people.add);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await answering(() => readRegisterForm(actor, asked.params.workshopId ?? ""));
  return json({ ...form, texts: textsOf(actor.locale, "workshops", "programme") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const desk = await answering(() => getDesk(actor, asked.params.workshopId ?? ""));
  const fields = await asked.request.formData();
  const intent = fields.get("intent");
  if (intent === "cancel" || intent === "match") return answering(() => actOnRegistration(actor, fields));
  return registerByOffice(actor, desk, fields);
}

export default function RegisterSomeone() {
  const { title, id, questions, offices, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.workshops.people;
  const choice = { name: "officeId", label: texts.programme.countedBy, options: offices };
  return (
    <>
      <PageTitle title={t.add} context={title} />
      <RegisterForm id={id} questions={questions} choice={choice} reply={reply} submit={t.add} isCaller />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
