import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { grantProviderAccess } from "~/features/accounts/people.commands.server";
import { choosePicture } from "~/features/files/picture.commands.server";
import { getPerson } from "~/features/notifications/choices.server";
import { createOrganisation, type NewOrganisation } from "~/features/organisations/commands.server";
import { parseWeeks } from "~/features/organisations/weeks.model";
import { contactSchema } from "~/features/providers/contact.form";
import { addContact } from "~/features/providers/contacts.commands.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import { setIdSource } from "~/lib/ids";
import { seedAgenda } from "./agenda.server";
import { seedBoard, seedNetwork, seedSettings } from "./board.server";
import { seedGoalLife } from "./goal-life.server";
import { seedHandover } from "./handover.server";
import { seedHostPlan } from "./host-plan.server";
import { seedLetters } from "./letters.server";
import { seedLibrary } from "./library.server";
import { type DemoFiles, seedLibraryFiles } from "./library-files.server";
import { seedLibraryLife } from "./library-life.server";
import { founder, seedPeople } from "./people.server";
import { type DemoOffice, demoOffices, demoTerritory } from "./places";
import { seedPlanLife } from "./plan-life.server";
import { seedPooled } from "./pooled.server";
import { seedPresence } from "./presence.server";
import { seedProviders } from "./providers.server";
import { randomFrom } from "./random";
import { seedReports } from "./reports.server";
import { seedSessions } from "./sessions.server";
import { seatHost } from "./workshop-life.server";
import { seedWorkshops } from "./workshops.server";

interface SeedOptions {
  /** The day the data lead up to. */
  today: string;
  passwordHash: string;
  /** Documents and pictures whose bytes wait in their place; none in a test. */
  files?: DemoFiles;
}

/** One pays, two offices, their people, providers and two years of sessions; the same day gives the same data. */
export function seedTerritory({ today, passwordHash, files }: SeedOptions): void {
  const random = randomFrom(33);
  setIdSource(randomFrom(34).id);
  const since = addDays(today, -745);
  setClock(() => Date.parse(`${since}T08:00:00Z`));
  const territory = addOrganisation({ id: random.id(), parentId: null, kind: "territory", communes: [], ...demoTerritory });
  const offices = demoOffices.map((place) => {
    const communes = place.communes.map(([inseeCode]) => inseeCode);
    return addOrganisation({
      id: random.id(),
      parentId: territory,
      kind: "office",
      name: place.name,
      slug: place.slug,
      communes,
    });
  });
  const people = seedPeople({ random, passwordHash, since, organisations: { territory, offices } });
  for (const [number, place] of demoOffices.entries()) {
    const of = (key: "facilitator" | "director" | "provider") => people.get(number === 0 ? key : `${key}2`) ?? "";
    const own = { facilitator: of("facilitator"), director: of("director"), host: of("provider") };
    const officeId = offices[number] ?? "";
    seedSettings({ director: own.director, officeId, place });
    seedOffice(place, { seed: 100 + number, officeId, ...own, since, today, files });
    seedBoard({ random: randomFrom(900 + number), director: own.director, officeId, today });
  }
  seedPooled({ facilitators: [people.get("facilitator") ?? "", people.get("facilitator2") ?? ""], offices, today });
  addAbsentOffice({ territory, coordinator: people.get("coordinator") ?? "", today });
}

/** An office that logs nothing here: its months are typed in by the coordinator. */
function addAbsentOffice({ territory, coordinator, today }: { territory: string; coordinator: string; today: string }): void {
  const absent = { id: randomFrom(950).id(), parentId: territory, kind: "office" as const, communes: [] };
  addOrganisation({ ...absent, name: "Office de tourisme des Marais", slug: "demo-3" });
  seedNetwork({ random: randomFrom(951), coordinator, territory, absent: absent.id, today });
}

interface OfficePeople {
  seed: number;
  officeId: string;
  facilitator: string;
  director: string;
  host: string;
  since: string;
  today: string;
  files: DemoFiles | undefined;
}

function seedOffice(place: DemoOffice, given: OfficePeople): void {
  const actor = loadActor(given.facilitator);
  if (!actor) throw new Error("no facilitator");
  const random = randomFrom(given.seed);
  const office = { id: given.officeId, ownerId: given.officeId, zone: "Europe/Paris" };
  const providerIds = seedProviders({ random, actor, office, place });
  seedSessions({ random, actor, office, providerIds, rhythm: place.rhythm, from: addDays(given.since, 15), to: given.today });
  seedWorkshops({ random: randomFrom(given.seed + 70), actor, office, providerIds, today: given.today });
  seedPresence({ random, actor, office, place, today: given.today }, providerIds);
  // The host's own provider is one that the sessions do not reach: the plan stays short and clear.
  const provider = { id: providerIds.at(-1) ?? "", ownerId: given.officeId };
  grantProviderAccess(actor, authorize(actor, "provider.correct", provider), { userId: given.host, startsOn: given.since });
  const host = loadActor(given.host);
  if (host) {
    const { id, email, name } = { id: randomFrom(given.seed + 90).id(), ...getPerson({ kind: "host", id: given.host }) };
    const own = authorize(actor, "provider.correct", provider);
    addContact(actor, own, { ...contactSchema.parse({ name, email, phone: "01 99 00 21 21", function: "Gérante" }), id });
    seedHostPlan({ random, facilitator: actor, host, provider, today: given.today });
    const life = { random: randomFrom(given.seed + 70), facilitator: actor, host, provider, providerIds, today: given.today };
    seedPlanLife(life);
    seatHost(randomFrom(given.seed + 91).id(), host, provider.id);
    seedAgenda({ random, facilitator: actor, host, office, provider, providerIds, today: given.today });
  }
  const director = loadActor(given.director);
  const named = { ...office, name: place.name };
  const reports = { random: randomFrom(given.seed + 110), facilitator: actor, office: named, providerIds, today: given.today };
  if (director) {
    seedReports({ ...reports, director, seasonWeeks: parseWeeks(place.season.join("-")) ?? [] });
    seedGoalLife({ ...reports, director, random: randomFrom(given.seed + 120) });
  }
  const isFirst = given.seed === 100;
  const library = { random: randomFrom(given.seed + 50), actor, office, today: given.today };
  seedLibrary(library, { isFirst });
  seedLetters(library);
  seedLibraryLife(library);
  if (isFirst) seedHandover({ random: randomFrom(given.seed + 55), actor, officeId: given.officeId, today: given.today });
  if (!isFirst || !given.files) return;
  seedLibraryFiles(library, given.files);
  if (!director) return;
  const logo = { subject: "organisation" as const, file: given.files.logo };
  choosePicture(director, authorize(director, "organisation.settings", office), logo);
}

function addOrganisation(input: NewOrganisation): string {
  return createOrganisation(founder, authorize(founder, "organisation.create", {}), input).id;
}
