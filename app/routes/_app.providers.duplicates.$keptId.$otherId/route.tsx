import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { mergeProviders } from "~/features/duplicates/commands.server";
import { mergeSchema } from "~/features/duplicates/form";
import { describeMerge } from "~/features/duplicates/merge-page.server";
import { getProvider } from "~/features/providers/queries.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.duplicates.merge.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { keptId = "", otherId = "" } = asked.params;
  const read = (id: string) => authorize(actor, "provider.merge", getProvider(actor, id, "provider.merge"));
  const [kept, other] = await answering(() => [read(keptId), read(otherId)] as const);
  const answer = new URL(asked.request.url).searchParams.get("answer") === "same_operator" ? "same_operator" : "same";
  return json({
    answer,
    names: { kept: kept.name, other: other.name },
    fields: await answering(() => describeMerge(actor, [kept, other], answer === "same")),
    texts: textsOf(actor.locale, "duplicates"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const { keptId = "", otherId = "" } = asked.params;
  const form = await parseForm(asked.request, mergeSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const read = (id: string) => authorize(actor, "provider.merge", getProvider(actor, id, "provider.merge"));
  await answering(() => mergeProviders(actor, [read(keptId), read(otherId)], form.value));
  return redirectWithToast(paths.provider(keptId), { text: translator(actor.locale)("duplicates:merge.done"), tone: "ok" });
}

export default function MergeProviders() {
  const { answer, fields, names, texts } = useLoaderData<typeof loader>();
  const t = texts.duplicates.merge;
  return (
    <>
      <PageTitle title={t.title} context={fill(t.pair, { a: names.kept, b: names.other })} />
      <Form method="post" className="sheet grid max-w-3xl gap-6 p-4 md:p-6">
        <input type="hidden" name="answer" value={answer} />
        <p>{fields.length === 0 ? t.alike : t.intro}</p>
        {fields.map((field) => (
          <fieldset key={field.name}>
            <legend className="font-semibold">{t[field.name]}</legend>
            <div className="mt-1 grid gap-2 sm:grid-cols-2">
              {(["kept", "other"] as const).map((side) => (
                <label key={side} className="button justify-start has-checked:border-primary has-checked:bg-primary/10">
                  <input type="radio" name={field.name} value={side} defaultChecked={side === field.side} />
                  {field[side] || t.none}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <p className="text-muted">{t.follow}</p>
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
