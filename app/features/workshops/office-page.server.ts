import { readFile } from "node:fs/promises";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { getWorkplace } from "~/features/organisations/queries.server";
import { errorText, parseFields, typedValues } from "~/http/form.server";
import { invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { readUpload } from "~/http/upload.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { addDays, dayIn } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { changeEquipment, removePeriods, replacePeriods } from "./equipment.commands.server";
import { thingSchema } from "./equipment.form";
import { listEquipment } from "./equipment.queries.server";
import { listPeriods } from "./periods.queries.server";
import { calendarBytes } from "./periods.server";

function getOffice(actor: Actor) {
  const office = getWorkplace(actor, "workshop.equipment");
  return authorize(actor, "workshop.equipment", { ...office, ownerId: office.id });
}

/** What the office lends and the holidays ahead; throws NotFoundError for whoever settles neither. */
export function readWorkshopOffice(actor: Actor) {
  const office = getOffice(actor);
  const t = translator(actor.locale);
  const today = dayIn(office.zone, now());
  return {
    office: office.name,
    things: listEquipment(office.id),
    newId: newId(),
    periods: listPeriods([office.id], { from: today, to: addDays(today, 800) }).map(({ name, startsOn, endsOn }) =>
      t("workshopOffice:note", { label: name, from: formatDay(actor.locale, startsOn), to: formatDay(actor.locale, endsOn) }),
    ),
  };
}

/** One thing of the list, or a calendar file. */
export async function actOnWorkshopOffice(actor: Actor, request: Request) {
  const office = getOffice(actor);
  const t = translator(actor.locale);
  let typed: Record<string, string> = {};
  const done = (text: string) => redirectWithToast(paths.workshopOffice(), { text, tone: "ok" });
  try {
    if (request.headers.get("Content-Type")?.startsWith("multipart/")) {
      const { count } = replacePeriods(actor, office, await readCalendar(request));
      return done(t("workshopOffice:taken", { count }));
    }
    const fields = await request.formData();
    typed = typedValues(fields);
    if (fields.get("intent") === "removePeriods") {
      removePeriods(actor, office);
      return done(t("workshopOffice:removed"));
    }
    const form = parseFields(fields, thingSchema, actor.locale);
    if (!form.isValid) return invalid({ error: Object.values(form.reply.errors).flat().join(" "), typed });
    changeEquipment(actor, office, form.value);
    return done(t("workshopOffice:saved"));
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return invalid({ error: errorText(actor.locale, error.key, error.values), typed });
  }
}

async function readCalendar(request: Request): Promise<string> {
  const upload = await readUpload(request, { fileBytes: calendarBytes, files: 1 });
  try {
    const [file] = upload.files;
    if (!file) throw new RuleError("calendarMissing");
    if (file.isTooLarge) throw new RuleError("fileTooLarge", { name: file.name, megabytes: calendarBytes / 1_000_000 });
    return await readFile(file.path, "utf8");
  } finally {
    upload.discard();
  }
}
