import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { logOtherWork } from "~/features/coaching/other-work.commands.server";
import { newId } from "~/lib/ids";
import { makeAppointment } from "./agenda";
import { makePooledSession, makeSession } from "./session";
import { makeRegistration, makeWorkshop } from "./workshop";
import { makeMember, makeOrganisation, makeProvider } from "./world";

interface Logged {
  heldOn: string;
  /** Places of the providers who came. */
  who: readonly number[];
  missing?: "excused" | "absent";
  duration: number;
  theme: "website" | "reputation";
  channel: "phone" | "visit";
  nextStep: string;
  by: Actor;
  funder?: string;
  tag?: string;
}

function log(office: ReturnType<typeof makeOrganisation>, providers: readonly string[], given: Logged) {
  const { who, missing, by, funder, tag, ...rest } = given;
  const at = (place: number, presence: "present" | "excused" | "absent") => ({ providerId: providers[place] ?? "", presence });
  const participants = [...who.map((place) => at(place, "present")), ...(missing ? [at(6, missing)] : [])];
  const due = { nextStepDue: "date", nextStepDate: rest.duration > 10 ? "2026-11-10" : "2026-12-24" } as const;
  const spent = { preparation: 30, travel: 20, travelKilometres: 12 };
  const ticked = sqlite()
    .prepare("SELECT id FROM establishments WHERE provider_id = ?")
    .pluck()
    .all(providers[who[0] ?? 0]);
  const id = makeSession(by, office, { ...rest, ...due, ...spent, participants, establishments: ticked.map(String) });
  if (funder) sqlite().prepare("UPDATE coaching_sessions SET funder_id = ? WHERE id = ?").run(funder, id);
  if (tag) sqlite().prepare("INSERT INTO session_tags VALUES (?, ?)").run(id, tag);
}

/** An office with eight providers of two kinds and communes, one of them outside its territory, a year and a half of sessions, plans and workshops. */
export function makeBusyOffice() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const helper = makeMember(office.id, "facilitator");
  const providers = [...Array(8).keys()].map(() => makeProvider(facilitator, office).id);
  const move = sqlite().prepare("UPDATE providers SET kind = 'hotel', insee_code = '33514' WHERE id = ?");
  for (const id of providers.slice(0, 3)) move.run(id);
  sqlite().prepare("UPDATE providers SET insee_code = '33063' WHERE id = ?").run(providers[4]);
  sqlite().prepare("INSERT INTO organisation_communes VALUES (?, '33514')").run(office.id);
  const one = { heldOn: "2025-03-03", who: [7], duration: 10, theme: "website", channel: "phone", by: helper } as const;
  const even = { ...one, missing: "excused" } as const;
  const odd = { ...one, duration: 60, theme: "reputation", channel: "visit", by: facilitator, missing: "absent" } as const;
  const logged = [
    one,
    { ...odd, heldOn: "2025-08-08", who: [1, 2] },
    { ...even, heldOn: "2026-01-31", who: [2, 3], funder: "leader" },
    { ...one, heldOn: "2026-02-02", who: [0] },
    { ...odd, heldOn: "2026-03-03", who: [3, 4], funder: "leader" },
    { ...even, heldOn: "2026-06-15", who: [0, 1], duration: 60 },
    { ...odd, heldOn: "2026-11-20", who: [1, 2], tag: "saison" },
  ];
  logged.forEach((given, place) => {
    log(office, providers, { nextStep: `Étape ${place}`, ...given });
  });
  sqlite().prepare("UPDATE actions SET state = 'done', done_on = '2026-11-21' WHERE title IN ('Étape 1', 'Étape 2')").run();
  const workshop = makeWorkshop(facilitator, office, { capacity: 1 });
  for (let one = 0; one < 3; one += 1) makeRegistration(workshop);
  const work = { id: newId(), kind: "meeting" as const, heldOn: "2026-04-07", duration: 90, note: "" };
  logOtherWork(facilitator, authorize(facilitator, "coaching.log", office), work);
  const first = { id: providers[0] ?? "", ownerId: office.id, providerId: providers[0] ?? "" };
  const appointment = makeAppointment(facilitator, first);
  sqlite().prepare("UPDATE appointments SET state = 'missed', held_on = '2026-05-05' WHERE id = ?").run(appointment);
  const held = makeWorkshop(facilitator, office);
  const came = makeRegistration(held);
  sqlite().prepare("UPDATE workshops SET state = 'held', held_on = '2026-06-15', capacity = 4 WHERE id = ?").run(held.id);
  sqlite().prepare("UPDATE workshop_registrations SET presence = 'present' WHERE workshop_id = ?").run(held.id);
  sqlite()
    .prepare(
      `INSERT INTO workshop_feedback (id, owner_id, workshop_id, registration_id, moment, usefulness, would_recommend, created_at)
       VALUES (?, ?, ?, ?, 'end', 4, 1, 1)`,
    )
    .run(newId(), office.id, held.id, came.id);
  const establishments = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck();
  const channel = sqlite().prepare(
    "INSERT INTO channels (id, establishment_id, kind, url, state, created_at) VALUES (?, ?, ?, ?, 'active', 0)",
  );
  providers.slice(0, 5).forEach((id, place) => {
    const url = place % 2 ? "http://un.example" : "https://un.example";
    for (const kind of ["website", "booking_tool", "google_profile"]) channel.run(newId(), establishments.get(id), kind, url);
  });
  const other = makeOrganisation();
  const neighbour = makeMember(other.id, "facilitator");
  const given = { heldOn: "2026-10-05", theme: "reputation", preparation: 30, travel: 20, travelKilometres: 12 } as const;
  const guest = { organisationId: office.id, providerId: providers[0] ?? "" };
  makePooledSession({ by: neighbour, holder: other, guest, given });
  const back = { organisationId: other.id, providerId: makeProvider(neighbour, other).id };
  makePooledSession({ by: facilitator, holder: office, guest: back, given });
  return { office, facilitator, helper, neighbour };
}
