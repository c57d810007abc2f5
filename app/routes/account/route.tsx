import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { DeviceList } from "~/features/accounts/components/device-list";
import { OfficeSwitch } from "~/features/accounts/components/office-switch";
import { ProfileForm } from "~/features/accounts/components/profile-form";
import { describeDevices } from "~/features/accounts/device-lines.server";
import { profileSchema } from "~/features/accounts/form";
import { changeProfile } from "~/features/accounts/profile.commands.server";
import { describeConflict, profileValues, typedProfile } from "~/features/accounts/profile-values.server";
import { getProfile } from "~/features/accounts/queries.server";
import { PictureForm } from "~/features/files/components/picture-form";
import { findPicture } from "~/features/files/picture.queries.server";
import { placeOfChoices } from "~/features/notifications/choices-form.server";
import { listOwnOrganisations } from "~/features/organisations/queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ConflictNotice } from "~/ui/conflict-notice";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { PlainPage } from "~/ui/plain-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.accounts.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const profile = await answering(() => getProfile(actor));
  const photo = findPicture("user", actor.userId);
  return json({
    photo: { to: paths.accountPhoto(), src: photo && paths.file(photo.id) },
    email: profile.email,
    isStaff: actor.memberships.length > 0,
    messages: placeOfChoices(actor),
    values: profileValues(profile),
    offices: listOwnOrganisations(actor),
    currentOffice: actor.currentOrganisationId,
    devices: describeDevices(actor, asked.request),
    texts: textsOf(actor.locale, "accounts", "files", "officeSettings"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, profileSchema, actor.locale);
  const values = typedProfile(form.reply.values);
  if (!form.isValid) return invalid({ reply: form.reply, values, saved: null });
  try {
    changeProfile(actor, authorize(actor, "profile.edit", getProfile(actor)), form.value);
    return redirectWithToast(paths.account(), { text: translator(form.value.locale)("accounts:profile.saved"), tone: "ok" });
  } catch (error) {
    if (error instanceof ConflictError) {
      const now = profileValues(getProfile(actor));
      const again = { ...values, version: now.version };
      return conflict({ reply: form.reply, values: again, saved: describeConflict(actor.locale, values, now) });
    }
    return invalid({ reply: ruleReply(error, form.reply, actor.locale), values, saved: null });
  }
}

export default function Account() {
  const { photo, email, isStaff, messages, values, devices, offices, currentOffice, texts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const common = useTexts("common");
  const t = texts.accounts;
  return (
    <PlainPage back={{ to: paths.home(), label: common.actions.back }}>
      <PageTitle title={t.title} context={email} />
      {answer?.saved ? (
        <ConflictNotice title={common.form.conflictTitle} text={common.form.conflict} saved={answer.saved} />
      ) : null}
      <ProfileForm key={answer?.values.version} values={answer?.values ?? values} reply={answer?.reply} isStaff={isStaff} />
      {offices.length > 1 ? (
        <OfficeSwitch offices={offices} current={currentOffice} texts={texts.officeSettings.current} />
      ) : null}
      {isStaff ? (
        <PictureForm
          id="photo"
          title={texts.files.picture.photo}
          hint={texts.files.picture.photoHint}
          alt={texts.files.picture.photo}
          {...photo}
        />
      ) : null}
      <p className="mt-10 flex flex-wrap gap-2">
        {messages ? (
          <a href={messages} className="button">
            {t.links.messages}
          </a>
        ) : null}
        <a href={paths.calendarFeeds()} className="button">
          {t.links.feeds}
        </a>
      </p>
      <h2 className="mt-10 text-l">{t.password.title}</h2>
      <p className="text-muted">{t.password.intro}</p>
      <p className="mt-3">
        <a href={paths.accountPassword()} className="button">
          {t.password.change}
        </a>
      </p>
      <h2 className="mt-10 text-l">{t.devices.title}</h2>
      <p className="text-muted">{t.devices.intro}</p>
      <DeviceList devices={devices} />
    </PlainPage>
  );
}

export const ErrorBoundary = ErrorPage;
