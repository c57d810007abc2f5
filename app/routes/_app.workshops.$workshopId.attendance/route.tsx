import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { closeWorkshop, recordAttendance } from "~/features/workshops/attendance.commands.server";
import { attendanceFrom, readAttendance, refusedAttendance } from "~/features/workshops/attendance-page.server";
import { openWorkshop } from "~/features/workshops/commands.server";
import { AttendanceForm } from "~/features/workshops/components/attendance-form";
import { ProofFiles } from "~/features/workshops/components/proof-files";
import { StartWorkshop } from "~/features/workshops/components/start-workshop";
import { getWorkshop } from "~/features/workshops/queries.server";
import { actOnSignature } from "~/features/workshops/signing-page.server";
import { errorText } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.workshops.attendance.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readAttendance(actor, asked.params.workshopId ?? "", asked.request));
  return json({ ...page, texts: textsOf(actor.locale, "workshops", "signing", "files") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getWorkshop(actor, asked.params.workshopId ?? "", "workshop.hold"));
  const workshop = authorize(actor, "workshop.hold", row);
  const fields = await asked.request.formData();
  const t = translator(actor.locale);
  const here = paths.workshopAttendance(row.id);
  try {
    if (fields.get("intent") === "start") {
      openWorkshop(actor, workshop);
      return redirectWithToast(here, { text: t("workshops:attendance.started"), tone: "ok" });
    }
    const typed = attendanceFrom(fields);
    const refused = refusedAttendance(actor, typed, () => recordAttendance(actor, workshop, typed));
    if (refused) return invalid(refused);
    const signed = actOnSignature(actor, workshop, { request: asked.request, fields });
    if (signed) return signed;
    if (fields.get("intent") !== "close") return redirectWithToast(here, { text: t("workshops:attendance.saved"), tone: "ok" });
    closeWorkshop(actor, workshop);
    return redirectWithToast(paths.workshop(row.id), { text: t("workshops:attendance.closed"), tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(here, { text: errorText(actor.locale, error.key, error.values), tone: "warn" });
  }
}

export default function Attendance() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = page.texts.workshops.attendance;
  const back = (
    <a href={paths.workshop(page.id)} className="button">
      {t.back}
    </a>
  );
  return (
    <>
      <PageTitle
        title={page.title}
        context={<span className="inline-block first-letter:uppercase">{page.dates}</span>}
        action={back}
      />
      {page.isRunning || page.isHeld ? (
        <>
          <AttendanceForm key={formKey(page.formId, reply)} page={page} reply={reply} />
          <ProofFiles files={page.proofs} to={paths.workshopFiles(page.id)} />
        </>
      ) : (
        <StartWorkshop canStart={page.canStart} />
      )}
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
