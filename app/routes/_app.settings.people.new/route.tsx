import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { rolesToGive } from "~/access/appoint";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { CheckboxGroup } from "~/features/accounts/components/checkbox-group";
import { invitationSchema } from "~/features/accounts/form";
import { invitePerson } from "~/features/accounts/invitations.commands.server";
import { listOrganisationsFor } from "~/features/organisations/queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { forbidden, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.settings.people.invite);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const offices = listOrganisationsFor(actor, "organisation.invite");
  if (offices.length === 0) throw forbidden();
  const t = translator(actor.locale);
  const ids = offices.map((one) => one.id);
  return json({
    id: newId(),
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    roles: rolesToGive(actor, ids).map((role) => ({ value: role, label: t(`settings:roles.${role}`) })),
    texts: textsOf(actor.locale, "settings"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, invitationSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const wanted = new Set(form.value.organisationIds);
  const offices = listOrganisationsFor(actor, "organisation.invite")
    .filter((one) => wanted.has(one.id))
    .map((one) => authorize(actor, "organisation.invite", { ...one, ownerId: one.id }));
  try {
    invitePerson(actor, offices, form.value);
    const text = translator(actor.locale)("settings:people.invited", { email: form.value.email });
    return redirectWithToast(paths.people(), { text, tone: "ok" });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
}

export default function NewInvitation() {
  const { id, offices, roles, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.settings.invite;
  const typed = (field: string) => String(reply?.values[field] ?? "");
  const ticked = (field: string) => [reply?.values[field] ?? []].flat().map(String);
  return (
    <>
      <PageTitle title={t.title} context={t.intro} />
      <Form method="post" noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
        <ErrorSummary title={t.check} errors={reply?.errors ?? {}} labels={t} />
        <input type="hidden" name="id" value={typed("id") || id} />
        <Field name="name" label={t.name} errors={reply?.errors.name}>
          {(aria) => <input {...aria} className="input" autoComplete="off" defaultValue={typed("name")} />}
        </Field>
        <Field name="email" label={t.email} errors={reply?.errors.email}>
          {(aria) => <input {...aria} type="email" className="input" autoComplete="off" defaultValue={typed("email")} />}
        </Field>
        <CheckboxGroup
          name="roles"
          label={t.roles}
          hint={t.rolesHint}
          options={roles}
          ticked={ticked("roles")}
          errors={reply?.errors.roles}
        />
        <CheckboxGroup
          name="organisationIds"
          label={t.organisationIds}
          options={offices}
          ticked={offices.length === 1 ? offices.map((one) => one.value) : ticked("organisationIds")}
          errors={reply?.errors.organisationIds}
        />
        <div>
          <button type="submit" className="button button-main">
            {t.submit}
          </button>
        </div>
      </Form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
