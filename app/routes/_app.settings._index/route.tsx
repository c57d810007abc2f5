import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere, ownersWhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.settings.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const t = translator(actor.locale);
  const entries = [
    { isShown: canSomewhere(actor, "organisation.people"), to: paths.people(), key: "people" as const },
    { isShown: ownersWhere(actor, "organisation.settings").length > 0, to: paths.officeSettings(), key: "office" as const },
    { isShown: ownersWhere(actor, "api.manage").length > 0, to: paths.apiSettings(), key: "api" as const },
    { isShown: ownersWhere(actor, "api.manage").length > 0, to: paths.webhooks(), key: "webhooks" as const },
    { isShown: canSomewhere(actor, "ownData.log"), to: paths.privacySettings(), key: "privacy" as const },
    { isShown: canSomewhere(actor, "organisation.create"), to: paths.organisations(), key: "organisations" as const },
    { isShown: true, to: paths.account(), key: "account" as const },
  ];
  return json({
    links: entries
      .filter((entry) => entry.isShown)
      .map(({ to, key }) => ({ to, name: t(`settings:links.${key}.name`), about: t(`settings:links.${key}.about`) })),
    texts: textsOf(actor.locale, "settings"),
  });
}

export default function Settings() {
  const { links, texts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle title={texts.settings.title} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {links.map((link) => (
          <li key={link.to} className="border-t-4 border-mark pt-2">
            <a href={link.to} className="inline-flex min-h-11 items-center text-l font-semibold">
              {link.name}
            </a>
            <p className="text-muted">{link.about}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
