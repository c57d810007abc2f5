import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { StoryForm } from "~/features/resources/components/story-form";
import { watchFields } from "~/features/resources/components/watch-fields";
import { kindChoices, themeChoices } from "~/features/resources/describe.server";
import { addWatchItem } from "~/features/resources/watch.commands.server";
import { watchItemSchema } from "~/features/resources/watch.form";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.newItem);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "watch.keep"));
  return json({
    values: { id: newId(), publishedOn: todayOf(actor) },
    themes: themeChoices(actor.locale),
    kinds: kindChoices(actor.locale),
    texts: textsOf(actor.locale, "library"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workplace = await answering(() => getWorkplace(actor, "watch.keep"));
  const form = await parseForm(asked.request, watchItemSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  addWatchItem(actor, authorize(actor, "watch.keep", { ...workplace, ownerId: workplace.id }), form.value);
  return redirectWithToast(paths.watch(), { text: translator(actor.locale)("library:itemSaved"), tone: "ok" });
}

export default function NewWatchItem() {
  const { values, themes, kinds, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.library;
  return (
    <>
      <PageTitle title={t.newItem} context={t.watchIntro} />
      <StoryForm fields={watchFields(t)} values={values} themes={themes} kinds={kinds} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
