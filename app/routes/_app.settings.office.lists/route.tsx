import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { WordList } from "~/features/organisations/components/word-list";
import { wordSchema } from "~/features/organisations/form";
import { getSettings, listWords } from "~/features/organisations/settings.queries.server";
import { changeWord } from "~/features/organisations/words.commands.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.officeSettings.words.title);

const officeOf = (request: Request) => new URL(request.url).searchParams.get("office");

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getSettings(actor, officeOf(asked.request)));
  // The address names the office, so that a form saves what it shows even after a switch in another tab.
  if (!officeOf(asked.request)) throw redirect(paths.officeLists({ office: office.id }));
  return json({
    context: office.name,
    back: paths.officeSettings({ office: office.id }),
    lists: [
      { list: "funder" as const, newId: newId(), words: listWords(office.id, "funder") },
      { list: "tag" as const, newId: newId(), words: listWords(office.id, "tag") },
    ],
    texts: textsOf(actor.locale, "officeSettings"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => authorize(actor, "organisation.settings", getSettings(actor, officeOf(asked.request))));
  const form = await parseForm(asked.request, wordSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    await answering(() => changeWord(actor, office, form.value));
    const text = translator(actor.locale)("officeSettings:words.done");
    return redirectWithToast(paths.officeLists({ office: office.id }), { text, tone: "ok" });
  } catch (error) {
    if (error instanceof Response) throw error;
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
}

export default function OfficeLists() {
  const { context, back, lists, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { title, words } = texts.officeSettings;
  return (
    <>
      <PageTitle
        title={words.title}
        context={context}
        action={
          <a href={back} className="button">
            {title}
          </a>
        }
      />
      <p className="mb-6 text-muted">{words.kept}</p>
      <div className="grid gap-8 lg:grid-cols-2">
        {lists.map((one) => (
          <WordList key={one.list} {...one} reply={reply} />
        ))}
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
