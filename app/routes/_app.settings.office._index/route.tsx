import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { changeSettings } from "~/features/figures/settings.commands.server";
import { PictureForm } from "~/features/files/components/picture-form";
import { findPicture } from "~/features/files/picture.queries.server";
import { SharingForm } from "~/features/organisations/components/sharing-form";
import { settingsFields } from "~/features/organisations/describe-settings.server";
import { settingsSchema } from "~/features/organisations/form";
import { shareNamedProviders } from "~/features/organisations/settings.commands.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { parseFields, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.officeSettings.title);

const pictureAddress = (picture: { id: string } | undefined) => picture && paths.file(picture.id);
const officeOf = (request: Request) => new URL(request.url).searchParams.get("office");

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getSettings(actor, officeOf(asked.request)));
  // The address names the office, so that a form saves what it shows even after a switch in another tab.
  if (!officeOf(asked.request)) throw redirect(paths.officeSettings({ office: office.id }));
  const t = translator(actor.locale);
  return json({
    context: `${office.name} · ${t(`officeSettings:kinds.${office.kind}`)}`,
    fields: settingsFields(actor, office),
    hidden: { version: String(office.version) },
    isShared: office.sharesNamedProviders,
    logo: { to: paths.officeLogo({ office: office.id }), src: pictureAddress(findPicture("organisation", office.id)) },
    links: [
      { to: paths.officeCommunes({ office: office.id }), label: t("officeSettings:communes.title") },
      { to: paths.officeOutlines({ office: office.id }), label: t("officeSettings:outlines.title") },
      { to: paths.officeLists({ office: office.id }), label: t("officeSettings:words.title") },
    ],
    texts: textsOf(actor.locale, "officeSettings", "files"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => authorize(actor, "organisation.settings", getSettings(actor, officeOf(asked.request))));
  const posted = await asked.request.formData();
  const t = translator(actor.locale);
  const to = paths.officeSettings({ office: office.id });
  if (posted.get("intent") === "sharing") {
    const isShared = posted.get("isShared") === "yes";
    shareNamedProviders(actor, office, isShared);
    return redirectWithToast(to, { text: t(`officeSettings:sharing.${isShared ? "shared" : "kept"}`), tone: "ok" });
  }
  const form = parseFields(posted, settingsSchema, actor.locale);
  if (!form.isValid) return invalid({ ...form.reply, isConflict: false });
  try {
    await answering(() => changeSettings(actor, office, form.value));
    return redirectWithToast(to, { text: t("officeSettings:saved"), tone: "ok" });
  } catch (error) {
    if (error instanceof ConflictError) return conflict({ ...form.reply, isConflict: true });
    return invalid({ ...ruleReply(error, form.reply, actor.locale), isConflict: false });
  }
}

export default function OfficeSettings() {
  const { context, fields, hidden, isShared, logo, links, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <>
      <PageTitle
        title={texts.officeSettings.title}
        context={context}
        action={links.map((link) => (
          <a key={link.to} href={link.to} className="button">
            {link.label}
          </a>
        ))}
      />
      <RecordForm key={hidden.version} fields={fields} hidden={hidden} reply={reply} submit={actions.save} />
      <PictureForm
        id="logo"
        title={texts.files.picture.logo}
        hint={texts.files.picture.logoHint}
        alt={texts.files.picture.logo}
        {...logo}
      />
      <SharingForm isShared={isShared} />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
