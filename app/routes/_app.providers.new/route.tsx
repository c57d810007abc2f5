import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { registerProvider } from "~/features/providers/commands.server";
import { registerProviderSchema } from "~/features/providers/form";
import { parseFields, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";
import { NewProviderForm } from "./new-provider-form";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.providers.form.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "provider.register"));
  const t = translator(actor.locale);
  const name = new URL(asked.request.url).searchParams.get("name") ?? "";
  return json({
    id: newId(),
    name,
    office: { id: office.id, name: office.name },
    kinds: establishmentKinds.map((kind) => ({ kind, name: t(`kinds:${kind}`) })),
    texts: textsOf(actor.locale, "providers", "duplicates"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const form = parseFields(fields, registerProviderSchema, actor.locale);
  const workplace = await answering(() => getWorkplace(actor, "provider.register", String(fields.get("ownerId"))));
  const at = { id: workplace.id, name: workplace.name };
  if (!form.isValid) return invalid({ ...form.reply, office: at });
  const office = authorize(actor, "provider.register", { ...workplace, ownerId: workplace.id });
  try {
    const { id } = registerProvider(actor, office, form.value);
    const text = translator(actor.locale)("providers:form.created", { name: form.value.name });
    return redirectWithToast(paths.provider(id), { text, tone: "ok" });
  } catch (error) {
    return invalid({ ...ruleReply(error, form.reply, actor.locale), office: at });
  }
}

export default function NewProvider() {
  const { id, name, kinds, texts, ...data } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const office = reply?.office ?? data.office;
  const typed = (field: string) => String(reply?.values[field] ?? "");
  const values = { id: typed("id") || id, name: typed("name") || name, kind: typed("kind") || "rental", typed };
  return (
    <>
      <PageTitle title={texts.providers.form.title} context={office.name} />
      <p className="mb-4 max-w-prose text-muted">{texts.providers.form.intro}</p>
      <NewProviderForm officeId={office.id} kinds={kinds} values={values} errors={reply?.errors ?? {}} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
