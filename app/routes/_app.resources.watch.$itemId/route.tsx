import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { StoryForm } from "~/features/resources/components/story-form";
import { watchFields } from "~/features/resources/components/watch-fields";
import { kindChoices, themeChoices } from "~/features/resources/describe.server";
import { keepWatchItem, leaveWatchItem } from "~/features/resources/watch.commands.server";
import { watchItemSchema } from "~/features/resources/watch.form";
import { getWatchItem } from "~/features/resources/watch.queries.server";
import { parseFields } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.editItem);

const readItem = (actor: Actor, itemId: string | undefined) =>
  answering(() => authorize(actor, "watch.keep", getWatchItem(actor, itemId ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { id, version, url, title, summary, why, theme, publishedOn, forKinds } = await readItem(actor, asked.params.itemId);
  return json({
    values: { id, version: String(version), url, title, summary, why, theme, publishedOn },
    forKinds,
    themes: themeChoices(actor.locale),
    kinds: kindChoices(actor.locale),
    texts: textsOf(actor.locale, "library"),
  });
}

/** Keeps what a feed proposed, corrects what was kept, or takes it out (`intent=leave`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const item = await readItem(actor, asked.params.itemId);
  const t = translator(actor.locale);
  const posted = await asked.request.formData();
  if (posted.get("intent") === "leave") {
    leaveWatchItem(actor, item);
    return redirectWithToast(paths.watch(), { text: t("library:itemLeft"), tone: "ok" });
  }
  const form = parseFields(posted, watchItemSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    keepWatchItem(actor, item, form.value);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return conflict({ ...form.reply, errors: { "": [t("common:form.conflict")] } });
  }
  const next = item.state === "proposed" ? paths.watchProposals() : paths.watch();
  return redirectWithToast(next, { text: t("library:itemSaved"), tone: "ok" });
}

export default function WatchItem() {
  const { values, forKinds, themes, kinds, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.library;
  return (
    <>
      <PageTitle title={t.editItem} context={t.watchIntro} />
      <StoryForm
        key={values.version}
        fields={watchFields(t)}
        values={values}
        themes={themes}
        kinds={kinds}
        forKinds={forKinds}
        reply={reply}
      />
      <form method="post" className="mt-8">
        <button type="submit" name="intent" value="leave" className="button">
          {t.leaveItem}
        </button>
      </form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
