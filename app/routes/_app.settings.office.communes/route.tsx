import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { searchCommunes } from "~/features/organisations/communes.queries.server";
import { CommuneSearch } from "~/features/organisations/components/commune-search";
import { CoveredCommunes } from "~/features/organisations/components/covered-communes";
import { communesSchema } from "~/features/organisations/form";
import { changeCommunes } from "~/features/organisations/settings.commands.server";
import { getSettings, listCoveredCommunes, searchEpcis } from "~/features/organisations/settings.queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.officeSettings.communes.title);

const askedIn = (request: Request) => new URL(request.url).searchParams;

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const query = askedIn(asked.request);
  const office = await answering(() => getSettings(actor, query.get("office")));
  // The address names the office, so that a form saves what it shows even after a switch in another tab.
  if (!query.get("office")) throw redirect(paths.officeCommunes({ office: office.id, q: query.get("q") ?? "" }));
  const words = (query.get("q") ?? "").trim().slice(0, 80);
  const t = translator(actor.locale);
  const covered = listCoveredCommunes(office.id);
  return json({
    context: `${office.name} · ${t("officeSettings:communes.count", { count: covered.length })}`,
    back: { to: paths.officeSettings({ office: office.id }), label: t("officeSettings:title") },
    covered,
    search: {
      office: office.id,
      words,
      communes: searchCommunes(words),
      epcis: searchEpcis(words).map(({ code, name, communes }) => ({
        code,
        label: t("officeSettings:communes.addEpci", { name, count: communes }),
      })),
    },
    texts: textsOf(actor.locale, "officeSettings"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() =>
    authorize(actor, "organisation.settings", getSettings(actor, askedIn(asked.request).get("office"))),
  );
  const form = await parseForm(asked.request, communesSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    const { added } = changeCommunes(actor, office, form.value);
    const t = translator(actor.locale);
    const text = form.value.remove ? t("officeSettings:communes.removed") : t("officeSettings:communes.added", { count: added });
    return redirectWithToast(paths.officeCommunes({ office: office.id }), { text, tone: "ok" });
  } catch (error) {
    return invalid(ruleReply(error, form.reply, actor.locale));
  }
}

export default function OfficeCommunes() {
  const { context, back, covered, search, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle
        title={texts.officeSettings.communes.title}
        context={context}
        action={
          <a href={back.to} className="button">
            {back.label}
          </a>
        }
      />
      {reply?.errors[""] ? (
        <p role="alert" className="mb-4 font-semibold text-error">
          {reply.errors[""].join(" ")}
        </p>
      ) : null}
      <CommuneSearch {...search} />
      <CoveredCommunes communes={covered} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
