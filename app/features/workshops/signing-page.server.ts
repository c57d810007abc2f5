import { redirect } from "@remix-run/node";
import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { chooseUnlockCode, hasUnlockCode, lockDevice, unlockDevice } from "~/auth/device-lock.server";
import { storeDrawing } from "~/features/files/drawing.commands.server";
import { errorText } from "~/http/form.server";
import { invalid } from "~/http/responses.server";
import { formatClock } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { NotFoundError, RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { getWorkshop, listRegistrations } from "./queries.server";
import { signAttendance } from "./signatures.commands.server";
import { listSignatures } from "./signatures.queries.server";

/** The one person whom the signing page shows; throws NotFoundError for anybody without a seat. */
export function readSigning(actor: Actor, workshopId: string, registrationId: string) {
  const row = getWorkshop(actor, workshopId, "workshop.hold");
  const person = listSeated(actor, row.id).find((one) => one.id === registrationId);
  if (!person || !row.hasSignatures) throw new NotFoundError("signature");
  const signature = listSignatures(row.id).get(person.id);
  const t = translator(actor.locale);
  const at = signature ? formatClock(actor.locale, signature.signedAt, row.zone) : "";
  return {
    title: row.title,
    name: person.name,
    establishment: person.provider ?? person.establishment,
    thanks: signature ? t("signing:thanks", { name: person.name, at }) : null,
  };
}

/** « Faire signer » or « Confirmer à sa place » beside a person of the list; undefined for any other button. */
export function actOnSignature(
  actor: Actor,
  workshop: Authorized<{ id: string; ownerId: string }, "workshop.hold">,
  { request, fields }: { request: Request; fields: FormData },
) {
  const [intent, registrationId = ""] = String(fields.get("intent") ?? "").split(":");
  const code = String(fields.get("code") ?? "").trim();
  if (intent === "hand") return handTablet(request, { workshopId: workshop.id, registrationId, code });
  if (intent !== "confirm") return undefined;
  signAttendance(actor, workshop, { registrationId, file: null });
  return redirect(paths.workshopAttendance(workshop.id));
}

/** Hands the tablet to one person: it shows nothing else until the code is typed. Throws RuleError `unlockCode` without a code. */
function handTablet(request: Request, asked: { workshopId: string; registrationId: string; code: string }) {
  const { workshopId, registrationId, code } = asked;
  if (code !== "" && !/^\d{4,8}$/.test(code)) throw new RuleError("unlockCode");
  if (code !== "") chooseUnlockCode(request, workshopId, code);
  if (!hasUnlockCode(request, workshopId)) throw new RuleError("unlockCode");
  const to = paths.workshopSigning(workshopId, registrationId);
  lockDevice(request, to);
  return redirect(to);
}

interface Asked {
  request: Request;
  workshopId: string;
  registrationId: string;
  fields: FormData;
}

/** A name drawn, or the facilitator's code: back to the list, or on to the next who has not signed. */
export async function actOnSigning(actor: Actor, { request, workshopId, registrationId, fields }: Asked) {
  const here = paths.workshopSigning(workshopId, registrationId);
  const workshop = authorize(actor, "workshop.hold", getWorkshop(actor, workshopId, "workshop.hold"));
  try {
    if (fields.get("intent") === "sign") {
      const file = await storeDrawing(String(fields.get("image") ?? ""));
      signAttendance(actor, workshop, { registrationId, file });
      return redirect(here);
    }
    if (!(await unlockDevice(request, String(fields.get("code") ?? "")))) throw new RuleError("unlockWrong");
    return redirect(
      fields.get("intent") === "next"
        ? lockToNext(actor, request, { workshopId, registrationId })
        : paths.workshopAttendance(workshopId),
    );
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return invalid({ error: errorText(actor.locale, error.key, error.values) });
  }
}

function lockToNext(actor: Actor, request: Request, asked: { workshopId: string; registrationId: string }): string {
  const people = listSeated(actor, asked.workshopId);
  const signed = listSignatures(asked.workshopId);
  const here = people.findIndex((one) => one.id === asked.registrationId);
  const next = [...people.slice(here + 1), ...people.slice(0, here)].find((one) => !signed.has(one.id));
  if (!next) return paths.workshopAttendance(asked.workshopId);
  const to = paths.workshopSigning(asked.workshopId, next.id);
  lockDevice(request, to);
  return to;
}

function listSeated(actor: Actor, workshopId: string) {
  return listRegistrations(actor, workshopId)
    .filter((one) => one.state === "registered")
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
}
