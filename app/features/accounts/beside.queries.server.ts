import { eq } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { providerAccesses, users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { dayOfProvider } from "~/features/organisations/zone.queries.server";
import { formatWeekdays } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { formatPhone } from "~/lib/phone";
import { paths } from "~/paths";

/** Who stands beside a host at the office, as pages and mails say it. */
export interface Beside {
  name: string;
  /** The free job title, « votre contact à l’office » without one. */
  title: string;
  /** Empty where nobody follows the provider: the name is the office's own. */
  office: string;
  /** E.164, for the tap; the text as people write it. */
  phone: string | null;
  phoneText: string;
  /** « Présence : mardi et jeudi »; empty while no day is known. */
  days: string;
}

/**
 * The person beside a provider in the reader's words: its referent, else the office itself; and where
 * an answer to a mail goes. Throws NotFoundError for a provider that is not there.
 */
export function readBeside(providerId: string, { locale }: { locale: Locale }) {
  const row = db()
    .select({ provider: providers.name, referentId: providers.referentId, ownerId: providers.ownerId })
    .from(providers)
    .where(eq(providers.id, providerId))
    .get();
  if (!row) throw new NotFoundError("provider");
  return { provider: row.provider, ...besideAt(row.ownerId, { locale, userId: row.referentId }) };
}

/** The same of one person of an office (whoever wrote), or of the office itself without one. */
export function besideAt(
  ownerId: string,
  { locale, userId }: { locale: Locale; userId: string | null | undefined },
): { beside: Beside; replyTo: string | null } {
  const office = findOffice(ownerId) ?? { name: "", phone: null, email: null };
  const person = userId ? findPerson(userId) : undefined;
  const contact = translator(locale)("beside:contact");
  const alone = {
    name: office.name,
    title: contact,
    office: "",
    phone: office.phone,
    phoneText: formatPhone(office.phone),
    days: "",
  };
  if (!person) return { beside: alone, replyTo: office.email };
  const phone = person.phone ?? office.phone;
  const reach = { phone, phoneText: formatPhone(phone), days: daysOf(locale, person.presentDays) };
  return {
    beside: { name: person.name, title: person.jobTitle ?? contact, office: office.name, ...reach },
    replyTo: person.email,
  };
}

function daysOf(locale: Locale, days: readonly number[] | null | undefined): string {
  return days && days.length > 0 ? translator(locale)("beside:present", { days: formatWeekdays(locale, days) }) : "";
}

function findPerson(userId: string) {
  const { name, jobTitle, phone, presentDays, email } = users;
  return db().select({ name, jobTitle, phone, presentDays, email }).from(users).where(eq(users.id, userId)).get();
}

function findOffice(ownerId: string) {
  const { name, phone, email } = organisations;
  return db().select({ name, phone, email }).from(organisations).where(eq(organisations.id, ownerId)).get();
}

/** The same as the lines of a mail: who, number and days, and where an answer goes. */
export function linesOfBeside(locale: Locale, { name, title, office, phoneText, days }: Beside): string[] {
  const who = office ? `${name}, ${title}, ${office}` : name;
  const reach = [phoneText, days].filter(Boolean).join(" · ");
  return [who, reach, translator(locale)(office ? "beside:replies" : "beside:repliesOffice")].filter(Boolean);
}

const holdsOn = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }, day: string) =>
  startsOn <= day && (endsOn === null || endsOn >= day);

/** Who stands beside a login of providers today, in a mail: the lines, « Rappelez-moi », where an answer goes; undefined for anybody else. */
export function besideOfLogin(userId: string, locale: Locale) {
  const { providerId, startsOn, endsOn } = providerAccesses;
  const at = now();
  const row = db()
    .select({ providerId, startsOn, endsOn })
    .from(providerAccesses)
    .where(eq(providerAccesses.userId, userId))
    .all()
    .find((one) => holdsOn(one, dayOfProvider(one.providerId, at)));
  if (!row) return undefined;
  const { beside, replyTo } = readBeside(row.providerId, { locale });
  const url = `${config().appUrl}${paths.my({ provider: row.providerId })}#contact`;
  const call = { label: translator(locale)("beside:callMe"), url };
  return { signature: { lines: linesOfBeside(locale, beside), call }, replyTo };
}
