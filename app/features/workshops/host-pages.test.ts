import { expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop, personInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { readHostProgramme, readHostWorkshop } from "./host-pages.server";
import { registerHost } from "./registrations.commands.server";
import { describeSpan } from "./when.server";

const at = "2026-11-24T10:00:00Z";
openTestDatabase({ at });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const host = makeProviderLogin(facilitator, gite);
  const join = (workshop: { id: string; ownerId: string }, actor: Actor = host) =>
    registerHost(actor, authorize(actor, "workshop.join", gite), { workshop, input: personInput(), email: "gite@pins.example" });
  return { office, facilitator, gite, host, join };
}

it("a host reads every date of a workshop in parts, their rank while they wait, and what they were at", () => {
  const { office, facilitator, host, join } = setUp();
  const two = [
    { day: "2026-12-10", from: "14:00", to: "16:00" },
    { day: "2026-12-17", from: "09:00", to: "12:00" },
  ];
  join(makeWorkshop(facilitator, office, { title: "En deux fois", parts: two }));
  const full = makeWorkshop(facilitator, office, { title: "Complet", capacity: 1 });
  makeRegistration(full);
  join(full);
  const held = makeWorkshop(facilitator, office, {
    title: "Passé",
    parts: [{ day: "2026-11-25", from: "14:00", to: "16:00" }],
  });
  const { id } = join(held);
  setClock(() => Date.parse("2026-11-26T10:00:00Z"));
  expect(readHostProgramme(host)).toMatchObject({ past: [] });
  sqlite().prepare("UPDATE workshop_registrations SET presence = 'present' WHERE id = ?").run(id);
  const page = readHostProgramme(host);
  setClock(() => Date.parse(at));
  expect(page.mine.map((one) => [one.title, one.dates.length, one.seats])).toEqual([
    ["Complet", 1, "Vous êtes sur la liste d’attente, au rang 1."],
    ["En deux fois", 2, "Votre place est réservée."],
  ]);
  expect(page.past).toMatchObject([{ title: "Passé", seats: "Vous y étiez." }]);
});

it("a host of two establishments chooses for which of them", () => {
  const { office, facilitator, gite, host } = setUp();
  const hotel = makeProvider(facilitator, office, { name: "Hôtel du Phare" });
  const both: Actor = { ...host, providerIds: [...host.providerIds, hotel.id] };
  const workshop = makeWorkshop(facilitator, office);
  expect(readHostWorkshop(both, workshop.id).choices).toEqual([
    { value: gite.id, label: "Gîte des Pins" },
    { value: hotel.id, label: "Hôtel du Phare" },
  ]);
  expect(readHostWorkshop(host, workshop.id).choices).toEqual([{ value: gite.id, label: "Gîte des Pins" }]);
});

it("a workshop on several days is one line of its first and last day, in its own zone", () => {
  const span = { startsAt: Date.parse("2026-12-10T13:00:00Z"), endsAt: Date.parse("2026-12-17T11:00:00Z") };
  expect(describeSpan("fr", span, "Europe/Paris")).toBe("du jeudi 10 décembre 2026 au jeudi 17 décembre 2026");
  expect(describeSpan("en", span, "Europe/Paris")).toBe("Thursday, 10 December 2026 to Thursday, 17 December 2026");
  expect(describeSpan("fr", { ...span, endsAt: span.startsAt + 3_600_000 }, "Europe/Paris")).toMatch(/de 14.h.00 à 15.h.00$/);
});
