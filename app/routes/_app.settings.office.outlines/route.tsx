import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { uploadOutlines } from "~/features/organisations/outlines.commands.server";
import { countOutlines } from "~/features/organisations/outlines.queries.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { errorText } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.officeSettings.outlines.title);

const officeOf = (request: Request) => new URL(request.url).searchParams.get("office");

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getSettings(actor, officeOf(asked.request)));
  // The address names the office, so that a form saves what it shows even after a switch in another tab.
  if (!officeOf(asked.request)) throw redirect(paths.officeOutlines({ office: office.id }));
  const t = translator(actor.locale);
  return json({
    context: office.name,
    state: t("officeSettings:outlines.state", { count: countOutlines(office.id) }),
    back: { to: paths.officeSettings({ office: office.id }), label: t("officeSettings:title") },
    texts: textsOf(actor.locale, "officeSettings"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => authorize(actor, "organisation.settings", getSettings(actor, officeOf(asked.request))));
  try {
    const { count } = await uploadOutlines(actor, office, asked.request);
    const text = translator(actor.locale)("officeSettings:outlines.saved", { count });
    return redirectWithToast(paths.officeOutlines({ office: office.id }), { text, tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return invalid({ error: errorText(actor.locale, error.key, error.values) });
  }
}

export default function OfficeOutlines() {
  const { context, state, back, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.officeSettings.outlines;
  return (
    <>
      <PageTitle
        title={t.title}
        context={context}
        action={
          <a href={back.to} className="button">
            {back.label}
          </a>
        }
      />
      <p className="mb-4">{t.intro}</p>
      <p className="mb-4 font-semibold">{state}</p>
      <form method="post" encType="multipart/form-data" className="sheet grid max-w-2xl gap-2 p-4">
        <label htmlFor="file" className="font-semibold">
          {t.file}
        </label>
        {reply ? (
          <p id="file-error" role="alert" className="font-semibold text-error">
            {reply.error}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <input
            id="file"
            name="file"
            type="file"
            accept=".geojson,.json,application/geo+json,application/json"
            aria-describedby={reply ? "file-error" : undefined}
            className="input min-w-0 flex-1"
          />
          <button type="submit" className="button button-main">
            {t.load}
          </button>
        </div>
      </form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
