import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { registerProvider } from "~/features/providers/commands.server";
import { registerProviderSchema } from "~/features/providers/form";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/lib/ids";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageTitle } from "~/ui/page-title";

export const meta = () => [{ title: "Nouveau prestataire · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "provider.register"));
  const t = translator(actor.locale);
  const name = new URL(asked.request.url).searchParams.get("name") ?? "";
  return json({
    id: newId(),
    name,
    kinds: establishmentKinds.map((kind) => ({ kind, name: t(`kinds:${kind}`) })),
    texts: textsOf(actor.locale, "providers"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, registerProviderSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const workplace = await answering(() => getWorkplace(actor, "provider.register"));
  const office = authorize(actor, "provider.register", { ...workplace, ownerId: workplace.id });
  try {
    const { id } = registerProvider(actor, office, form.value);
    const text = translator(actor.locale)("providers:form.created", { name: form.value.name });
    return redirectWithToast(paths.provider(id), { text, tone: "ok" });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
}

export default function NewProvider() {
  const { id, name, kinds, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions, form } = useTexts("common");
  const t = texts.providers.form;
  const typed = (field: string) => String(reply?.values[field] ?? "");
  return (
    <>
      <PageTitle title={t.title} context={t.intro} />
      <Form method="post" noValidate className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
        <ErrorSummary
          title={form.fix_other.replace("{{count}}", String(Object.keys(reply?.errors ?? {}).length))}
          errors={reply?.errors ?? {}}
          labels={t}
        />
        <input type="hidden" name="id" value={typed("id") || id} />
        <Field name="name" label={t.name} errors={reply?.errors.name}>
          {(aria) => <input {...aria} className="input" defaultValue={typed("name") || name} autoComplete="off" />}
        </Field>
        <Field name="kind" label={t.kind} errors={reply?.errors.kind}>
          {(aria) => (
            <select {...aria} className="input" defaultValue={typed("kind") || "rental"}>
              {kinds.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="commune" label={t.commune} hint={t.communeHint} errors={reply?.errors.commune}>
          {(aria) => <input {...aria} className="input" defaultValue={typed("commune")} autoComplete="off" />}
        </Field>
        {(["contactName", "email", "phone"] as const).map((field) => (
          <Field key={field} name={field} label={t[field]} note={form.optional} errors={reply?.errors[field]}>
            {(aria) => (
              <input
                {...aria}
                type={field === "email" ? "email" : "text"}
                className="input"
                defaultValue={typed(field)}
                autoComplete="off"
              />
            )}
          </Field>
        ))}
        <div>
          <button type="submit" className="button button-main">
            {actions.save}
          </button>
        </div>
      </Form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
