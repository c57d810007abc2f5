import type { Actor } from "~/access/actor";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { consentDay } from "./contact.form-data.server";
import { listContactRecords } from "./contacts.queries.server";
import { listEstablishmentRecords } from "./establishments.queries.server";
import { languageName } from "./languages.model";
import { labelLine, stateLine } from "./life.form-data.server";

type Establishment = ReturnType<typeof listEstablishmentRecords>[number];
type Contact = ReturnType<typeof listContactRecords>[number];

/** What a provider's « Coordonnées » show of its establishments, every text made. */
export function describeEstablishments(actor: Actor, providerId: string, today: string) {
  return listEstablishmentRecords(actor, providerId).map((place) => describePlace(actor.locale, place, today));
}

/** What they show of its people: those who left, last. */
export function describeContacts(actor: Actor, providerId: string, today: string) {
  const rows = listContactRecords(actor, providerId).map((contact) => describeContact(actor.locale, contact, today));
  return [...rows.filter((row) => !row.isGone), ...rows.filter((row) => row.isGone)];
}

function describePlace(locale: Locale, place: Establishment, today: string) {
  const t = translator(locale);
  const town = [place.postcode, place.commune ?? place.communeName].filter(Boolean).join(" ");
  const current = place.states.find((state) => state.fromOn <= today);
  const coming = place.states.filter((state) => state.fromOn > today);
  return {
    id: place.id,
    name: place.name,
    kind: [t(`kinds:${place.kind}`), place.isMain ? t("records:establishment.main") : ""].filter(Boolean).join(" · "),
    warning: place.inseeCode ? "" : t("records:establishment.notResolved"),
    facts: [
      [t("records:establishment.street"), [place.street, town].filter(Boolean).join(", ")],
      [t("records:establishment.coordinates"), place.latitude === null ? "" : `${place.latitude}, ${place.longitude}`],
      [
        t("records:establishment.capacity"),
        place.capacity === null ? "" : t("records:establishment.people", { count: place.capacity }),
      ],
      [t("records:establishment.openingMonths"), monthsOf(locale, place.openingMonths)],
      [t("records:establishment.languages"), place.languages.map((code) => languageName(locale, code)).join(", ")],
      [t("records:establishment.registrationNumber"), place.registrationNumber ?? ""],
      [t("records:establishment.formerNames"), place.formerNames.map((former) => former.name).join(", ")],
    ].filter(isTold),
    states: [current, ...coming].filter((state) => state !== undefined).map((state) => stateLine(locale, state, today)),
    labels: place.labels.map((label) => ({ id: label.id, ...labelLine(locale, label, today) })),
  };
}

function describeContact(locale: Locale, contact: Contact, today: string) {
  const t = translator(locale);
  const isGone = contact.endsOn !== null && contact.endsOn < today;
  const told = (at: number) => ({ day: formatDay(locale, consentDay(at)) });
  const uses = [
    t(contact.invitationsRefusedAt ? "records:contact.noInvitations" : "records:contact.invitations"),
    contact.newsletterConsentAt ? t("records:contact.newsletter", told(contact.newsletterConsentAt)) : "",
    contact.picturesConsentAt ? t("records:contact.pictures", told(contact.picturesConsentAt)) : "",
  ];
  const life = [
    contact.function,
    t("records:contact.prefers", { way: t(`records:contact.ways.${contact.preferredWay}`) }),
    isGone ? t("records:contact.left", { day: formatDay(locale, contact.endsOn) }) : "",
    contact.returnsEachSeason ? t("records:contact.returns") : "",
  ];
  return {
    id: contact.id,
    name: contact.name,
    isGone,
    phone: contact.phone,
    phoneText: formatPhone(contact.phone),
    email: contact.email,
    life: life.filter(Boolean).join(" · "),
    uses: uses.filter(Boolean).join(" · "),
  };
}

function monthsOf(locale: Locale, months: readonly number[]): string {
  if (months.length === 12) return translator(locale)("records:establishment.allYear");
  return months.map((month) => formatDay(locale, `2026-${String(month).padStart(2, "0")}-15`, "monthOnly")).join(", ");
}

function isTold(fact: string[]): boolean {
  return fact[1] !== "";
}
