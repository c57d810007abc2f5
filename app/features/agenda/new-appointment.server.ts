import type { Actor } from "~/access/actor";
import { can, canSomewhere } from "~/access/can";
import { listStaff } from "~/features/coaching/people.queries.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { findProvidersForDesk, getProviderForDesk } from "~/features/providers/messages.queries.server";
import { listEquipment } from "~/features/workshops/equipment.queries.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn, isDay } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { sessionChannels } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { listBookingContacts } from "./contacts.queries.server";
import { describeOpenings } from "./describe-openings.server";
import { zoneName } from "./emails.server";
import { listOpenings } from "./slots.queries.server";

/** The provider for whom the office books, with its office's zone; throws NotFoundError out of sight. */
export function getBookedProvider(actor: Actor, providerId: string) {
  const provider = getProviderForDesk(actor, providerId, "provider.find");
  const office = listOrganisationsWhere(actor, "agenda.view").find((one) => one.id === provider.ownerId);
  if (!office) throw new NotFoundError("provider");
  return { ...provider, zone: office.zone, office: office.name };
}

/** « Nouveau rendez-vous »: first who, then an open hour or any other time. Throws NotFoundError for whoever has no agenda. */
export function readAppointmentForm(actor: Actor, query: URLSearchParams) {
  if (!canSomewhere(actor, "agenda.view")) throw new NotFoundError("agenda");
  const q = (query.get("q") ?? "").slice(0, 100);
  const providerId = query.get("provider");
  if (!providerId) return { search: describeSearch(actor, q, query.get("day")), booking: null };
  return { search: null, booking: readBooking(actor, providerId, query) };
}

function describeSearch(actor: Actor, q: string, day: string | null) {
  const t = translator(actor.locale);
  const rows = q ? findProvidersForDesk(actor, q) : [];
  return {
    q,
    found: q ? t("agenda:form.found", { count: rows.length }) : "",
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      context: [t(`kinds:${row.kind}`), row.commune, row.referent].filter(Boolean).join(", "),
      to: paths.newAppointment({ provider: row.id, day: day ?? undefined }),
    })),
  };
}

function readBooking(actor: Actor, providerId: string, query: URLSearchParams) {
  const t = translator(actor.locale);
  const provider = getBookedProvider(actor, providerId);
  const asked = query.get("from") ?? "";
  const from = isDay(asked) ? asked : undefined;
  const openings = listOpenings({ ownerId: provider.ownerId, isForProvider: false, from });
  const mayPlan = can(actor, "agenda.plan", provider);
  const contacts = listBookingContacts(provider.id);
  return {
    ids: [newId(), newId()] as const,
    provider: { id: provider.id, name: provider.name },
    messageId: query.get("message") ?? "",
    from: from ?? dayIn(provider.zone, now()),
    openings: describeOpenings(actor.locale, openings),
    contacts: contacts.map((one) => ({
      value: one.id,
      label: one.email ? one.name : t("agenda:form.noMail", { name: one.name }),
    })),
    plan: mayPlan ? readPlan(actor, provider, query) : null,
    zone: provider.zone === zoneOfActor(actor) ? "" : t("agenda:form.officeHours", { zone: zoneName(provider.zone) }),
  };
}

function readPlan(actor: Actor, provider: { ownerId: string; zone: string; referentId: string | null }, query: URLSearchParams) {
  const t = translator(actor.locale);
  const staff = listStaff({ id: provider.ownerId, zone: provider.zone }, "agenda.plan");
  const mine = staff.some((one) => one.id === actor.userId) ? actor.userId : provider.referentId;
  return {
    staff: staff.map((one) => ({ value: one.id, label: one.name })),
    channels: sessionChannels.map((one) => ({ value: one, label: t(`coaching:channels.${one}`) })),
    equipment: listEquipment(provider.ownerId).map(({ id, name, quantity }) => ({
      name,
      label: t("agenda:form.equipmentOf", { name, quantity }),
      quantities: Array.from({ length: Math.min(quantity, 60) }, (_, number) => ({
        value: `${id}:${number + 1}`,
        label: String(number + 1),
      })),
    })),
    values: {
      facilitatorId: mine ?? "",
      day: query.get("day") ?? "",
      hour: query.get("hour") ?? "",
      duration: "60",
      channel: "visit",
    },
  };
}
