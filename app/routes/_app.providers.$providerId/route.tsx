import { json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { findNextAction } from "~/features/action-plans/queries.server";
import { dayOfProvider } from "~/features/organisations/zone.queries.server";
import { ProviderTabs } from "~/features/providers/components/provider-tabs";
import { Signpost } from "~/features/providers/components/signpost";
import { findSurvivorId, getProvider } from "~/features/providers/queries.server";
import { answering } from "~/http/responses.server";
import { formatAgo, formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { daysBetween } from "~/lib/dates";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const providerId = asked.params.providerId ?? "";
  const survivorId = findSurvivorId(actor, providerId);
  if (survivorId) throw redirect(new URL(asked.request.url).pathname.replace(providerId, survivorId), 301);
  const provider = await answering(() => getProvider(actor, providerId, "provider.find"));
  const t = translator(actor.locale);
  const today = dayOfProvider(provider.id, now());
  return json({
    id: provider.id,
    name: provider.name,
    place: [t(`kinds:${provider.kind}`), provider.commune].filter(Boolean).join(", "),
    referent: provider.referent ? t("providers:page.referent", { name: provider.referent }) : t("providers:page.noReferent"),
    seen: provider.lastSupportOn
      ? t("providers:page.lastSeen", { ago: formatAgo(actor.locale, daysBetween(today, provider.lastSupportOn)) })
      : t("providers:page.neverSeen"),
    nextStep: describeNextStep(actor, provider.id),
    permissions: { coach: can(actor, "provider.coach", provider), list: can(actor, "provider.list", provider) },
    texts: textsOf(actor.locale, "providers"),
  });
}

function describeNextStep(actor: Actor, providerId: string) {
  const next = findNextAction(actor, providerId);
  if (!next) return undefined;
  const day = formatDay(actor.locale, next.dueOn);
  return { title: next.title, due: day ? translator(actor.locale)("providers:page.due", { day }) : "" };
}

/** A provider's signpost and tabs; what is asked of it stands in the pages below. */
export default function ProviderFrame() {
  const { id, name, place, referent, seen, nextStep, permissions, texts } = useLoaderData<typeof loader>();
  const t = texts.providers.page;
  return (
    <>
      <Signpost
        name={name}
        place={place}
        facts={[referent, seen]}
        nextStep={nextStep}
        nextStepLabel={t.nextStep}
        planTo={paths.providerPlan(id)}
        log={permissions.coach ? { to: paths.newCoaching({ provider: id }), label: t.logSession } : undefined}
      />
      {permissions.list ? <ProviderTabs id={id} label={t.tabsLabel} tabs={t.tabs} /> : null}
      <Outlet />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
