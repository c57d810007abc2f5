import { languageName } from "~/features/providers/languages.model";
import { formatDay, formatList } from "~/i18n/format";
import { phoneInText } from "~/lib/phone";
import type { ExportedData } from "./export.queries.server";
import { entry, type ReadEntry, type ReadSection } from "./reading.model";
import type { Reader } from "./reading.server";

type Place = ExportedData["establishments"][number];
type Contact = ExportedData["contacts"][number];

/** The operator and its establishments. */
export function readRecord(data: ExportedData, reader: Reader): ReadSection {
  const { t, locale } = reader;
  const { provider } = data;
  const own = entry(provider?.name ?? "", [
    [t("dataReading:siret"), provider?.siret],
    [t("dataReading:kind"), provider ? t(`kinds:${provider.kind}`) : ""],
    [t("dataReading:origin"), provider ? t(`dataReading:origins.${provider.origin}`) : ""],
    [
      t("records:provider.partnerships"),
      formatList(
        locale,
        data.partnerships.map(({ year, level }) => `${year} (${level})`),
      ),
    ],
    [t("records:provider.tags"), formatList(locale, data.tags)],
  ]);
  return {
    key: "record",
    title: t("dataReading:sections.record"),
    entries: [own, ...data.establishments.map((place) => readPlace(place, reader))],
  };
}

function readPlace(place: Place, { t, day, locale }: Reader): ReadEntry {
  const town = [place.postcode, place.commune ?? place.communeName].filter(Boolean).join(" ");
  const months = place.openingMonths.map((month) => formatDay(locale, `2026-${String(month).padStart(2, "0")}-15`, "monthOnly"));
  const coordinates = place.latitude === null ? "" : `${place.latitude}, ${place.longitude}`;
  const life = place.states.map(({ state, fromOn }) =>
    t("records:states.since", { state: t(`records:states.names.${state}`), day: day(fromOn) }),
  );
  const labels = place.labels.map(({ label, rating }) => [label, rating].filter(Boolean).join(", "));
  return entry(place.name, [
    [t("dataReading:kind"), t(`kinds:${place.kind}`)],
    [t("records:establishment.street"), [place.street, town].filter(Boolean).join(", ")],
    [t("records:establishment.coordinates"), coordinates],
    [
      t("records:establishment.capacity"),
      place.capacity === null ? "" : t("records:establishment.people", { count: place.capacity }),
    ],
    [
      t("records:establishment.openingMonths"),
      months.length === 12 ? t("records:establishment.allYear") : formatList(locale, months),
    ],
    [
      t("records:establishment.languages"),
      formatList(
        locale,
        place.languages.map((code) => languageName(locale, code)),
      ),
    ],
    [t("records:establishment.registrationNumber"), place.registrationNumber],
    [t("records:states.state"), formatList(locale, life)],
    [t("records:labels.title"), formatList(locale, labels)],
    [
      t("records:establishment.formerNames"),
      formatList(
        locale,
        place.formerNames.map(({ name }) => name),
      ),
    ],
    ...place.channels.map(({ kind, service, url, state }): [string, string] => [
      t(`channels:kinds.${kind}`),
      [service, url, t(`channels:states.${state}`)].filter(Boolean).join(", "),
    ]),
    [
      t("dataReading:sources"),
      formatList(
        locale,
        place.sources.map(({ source, externalId }) => `${t(`dataReading:systems.${source}`)} ${externalId}`),
      ),
    ],
    [t("dataReading:deleted"), day(dayOf(place.deletedAt))],
  ]);
}

const dayOf = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString().slice(0, 10));

/** Its people, and who signs in for it. */
export function readContacts(data: ExportedData, reader: Reader): ReadSection {
  const { t, day } = reader;
  const logins = data.logins.map((login) =>
    entry(t("dataReading:login", { name: login.name }), [
      [t("records:contact.email"), login.email],
      [t("dataReading:from"), day(login.startsOn)],
      [t("dataReading:to"), day(login.endsOn)],
    ]),
  );
  return {
    key: "contacts",
    title: t("dataReading:sections.contacts"),
    entries: [...data.contacts.map((contact) => readContact(contact, reader)), ...logins],
  };
}

function readContact(contact: Contact, { t, day, at }: Reader): ReadEntry {
  return entry(contact.name, [
    [t("records:contact.function"), contact.function],
    [t("records:contact.email"), contact.email],
    [t("records:contact.phone"), phoneInText(contact.phone)],
    [t("records:contact.preferredWay"), t(`records:contact.ways.${contact.preferredWay}`)],
    [t("records:contact.locale"), t(`records:contact.locales.${contact.locale}`)],
    [t("records:contact.startsOn"), day(contact.startsOn)],
    [t("records:contact.endsOn"), day(contact.endsOn)],
    [t("dataReading:origin"), t(`dataReading:origins.${contact.origin}`)],
    [t("dataReading:written"), at(contact.createdAt)],
    [t("dataReading:deleted"), at(contact.deletedAt)],
  ]);
}

/** What each person agreed to or refused, with its day, and which mails it chose. */
export function readConsents(data: ExportedData, reader: Reader): ReadSection {
  const { t, at } = reader;
  const agreed = (instant: number | null) =>
    instant ? t("dataReading:agreedOn", { day: at(instant) }) : t("dataReading:notAgreed");
  const people = data.contacts.map((contact) => {
    const reading = data.letters.find((letter) => letter.contactId === contact.id);
    const choices = data.mailChoices.filter((choice) => choice.personId === contact.id);
    return entry(contact.name, [
      [
        t("records:contact.invitationsRefusedAt"),
        contact.invitationsRefusedAt
          ? t("dataReading:refusedOn", { day: at(contact.invitationsRefusedAt) })
          : t("dataReading:notRefused"),
      ],
      [t("records:contact.newsletterConsentAt"), agreed(contact.newsletterConsentAt)],
      [t("records:contact.picturesConsentAt"), agreed(contact.picturesConsentAt)],
      [t("dataReading:informed"), at(contact.informedAt)],
      [t("dataReading:letterAsked"), at(reading?.askedAt)],
      [t("dataReading:letterConfirmed"), at(reading?.confirmedAt)],
      [t("dataReading:letterEnded"), at(reading?.endedAt)],
      ...choices.map(({ kind, frequency }): [string, string] => [
        t(`notices:choices.kinds.${kind}`),
        t(`notices:choices.frequencies.${frequency}`),
      ]),
    ]);
  });
  return { key: "consents", title: t("dataReading:sections.consents"), about: t("dataReading:consentsAbout"), entries: people };
}
