import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { planAppointment } from "~/features/agenda/appointments.commands.server";
import { getAppointment } from "~/features/agenda/appointments.queries.server";
import { cancelAppointment, moveAppointment } from "~/features/agenda/changes.commands.server";
import { planSchema } from "~/features/agenda/form";
import { warningsIn } from "~/features/agenda/warning-words.server";
import { UnconfirmedError } from "~/features/agenda/warnings";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeDraft, makeWorkshop, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { cancelWorkshop, changeWorkshop } from "./commands.server";
import { changeEquipment, removePeriods, replacePeriods } from "./equipment.commands.server";
import { listEquipment } from "./equipment.queries.server";
import { listNotes } from "./periods.queries.server";
import { readPeriods } from "./periods.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp(quantity = 8) {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const lending = authorize(actor, "workshop.equipment", office);
  const thing = { id: newId(), intent: "add" as const, name: "Tablettes", quantity };
  changeEquipment(actor, lending, thing);
  return { office, actor, lending, thing };
}

describe("equipment", () => {
  it("that another workshop has at that time is said before saving, and can be reserved all the same", () => {
    const { office, actor, thing } = setUp();
    const six = { equipment: [`${thing.id}:6`] };
    const first = makeWorkshop(actor, office, { ...six, title: "Photos au téléphone" });
    expect(() => makeDraft(actor, office, six)).toThrow(RuleError);
    expect(() => makeDraft(actor, office, { equipment: [`${thing.id}:2`] })).not.toThrow();
    const later = [{ day: "2026-12-10", from: "16:00", to: "18:00" }];
    expect(() => makeDraft(actor, office, { ...six, parts: later })).not.toThrow();
    expect(() => makeDraft(actor, office, { ...six, equipmentAnyway: "on" })).not.toThrow();
    expect(() =>
      makeDraft(actor, office, { equipment: [`${thing.id}:9`], parts: [{ day: "2027-01-05", from: "09:00", to: "10:00" }] }),
    ).toThrow(RuleError);
    const again = { ...workshopInput(six), id: first.id, version: 2 };
    expect(() =>
      changeWorkshop(actor, authorize(actor, "workshop.plan", first), { ...again, equipmentAnyway: "on" }),
    ).not.toThrow();
  });

  it("that an appointment takes along is not free for a workshop, nor the other way round", () => {
    const { office, actor, thing } = setUp(1);
    const one = [`${thing.id}:1`];
    const planned = makeProvider(actor, office, { name: "Gîte des Pins" });
    const at = (hour: string, more = {}) =>
      planAppointment(
        actor,
        authorize(actor, "agenda.plan", { ...planned, zone: office.zone }),
        planSchema.parse({
          ...{ id: newId(), facilitatorId: actor.userId, day: "2026-12-11", hour, duration: "60", channel: "visit" },
          ...{ equipment: [`${thing.id}:1`], ...more },
        }),
      );
    const { id } = at("10:00");
    const parts = [{ day: "2026-12-11", from: "10:30", to: "12:00" }];
    expect(() => makeDraft(actor, office, { equipment: one, parts })).toThrow(RuleError);
    const later = [{ day: "2026-12-11", from: "15:00", to: "16:00" }];
    makeWorkshop(actor, office, { equipment: one, parts: later, title: "Photos au téléphone" });
    const refusal = () => {
      try {
        at("15:30");
      } catch (error) {
        return warningsIn(actor, error);
      }
    };
    expect(refusal()?.texts).toContain(
      "«\u00a0Tablettes\u00a0» est déjà réservé à ce moment\u00a0: Photos au téléphone. Libres\u00a0: 0, demandés\u00a0: 1.",
    );
    expect(() => at("15:30", { confirmed: refusal()?.key })).not.toThrow();
    expect(() => at("17:30", { equipment: [`${newId()}:1`] })).toThrow(RuleError);
    const version = 1;
    const row = getAppointment(actor, id);
    const moved = { version, facilitatorId: actor.userId, day: "2026-12-11", hour: "15:00", duration: 60, place: "" };
    expect(() => moveAppointment(actor, authorize(actor, "appointment.change", row), moved)).toThrow(UnconfirmedError);
    cancelAppointment(actor, authorize(actor, "appointment.change", row), { version, reason: "" });
    expect(() => makeDraft(actor, office, { equipment: one, parts })).not.toThrow();
  });

  it("is counted against what the office owns: several tablets for an appointment, the rest for another", () => {
    const { office, actor, thing } = setUp(8);
    const provider = makeProvider(actor, office, { name: "Gîte des Pins" });
    const take = (hour: string, number: number) => {
      const given = { id: newId(), facilitatorId: actor.userId, day: "2026-12-11", duration: "60", channel: "office" };
      const input = planSchema.parse({ ...given, hour, equipment: ["", `${thing.id}:${number}`] });
      return planAppointment(actor, authorize(actor, "agenda.plan", { ...provider, zone: office.zone }), input);
    };
    const textsOf = (act: () => unknown) => {
      try {
        act();
        return [];
      } catch (error) {
        return warningsIn(actor, error)?.texts ?? [];
      }
    };
    take("10:00", 5);
    const parts = [{ day: "2026-12-11", from: "10:30", to: "12:00" }];
    expect(() => makeDraft(actor, office, { equipment: [`${thing.id}:4`], parts })).toThrow(RuleError);
    expect(() => makeDraft(actor, office, { equipment: [`${thing.id}:3`], parts })).not.toThrow();
    expect(textsOf(() => take("11:15", 6))).toContain(
      "«\u00a0Tablettes\u00a0» est déjà réservé à ce moment\u00a0: Répondre aux avis. Libres\u00a0: 5, demandés\u00a0: 6.",
    );
    expect(textsOf(() => take("16:00", 9))).toContain("«\u00a0Tablettes\u00a0»\u00a0: l’office en prête 8, vous en demandez 9.");
    expect(textsOf(() => take("17:30", 8))).toEqual([]);
  });

  it("of a workshop that is called off is free again", () => {
    const { office, actor, thing } = setUp(4);
    const all = { equipment: [`${thing.id}:4`] };
    const first = makeWorkshop(actor, office, all);
    expect(() => makeDraft(actor, office, all)).toThrow(RuleError);
    cancelWorkshop(actor, authorize(actor, "workshop.plan", first), undefined);
    expect(() => makeDraft(actor, office, all)).not.toThrow();
  });

  it("bears each name once, and what is no longer lent leaves the list", () => {
    const { office, actor, lending, thing } = setUp();
    expect(() => changeEquipment(actor, lending, { ...thing, id: newId(), name: "tablettes" })).toThrow(RuleError);
    changeEquipment(actor, lending, { ...thing, intent: "change", quantity: 10 });
    expect(listEquipment(office.id)).toMatchObject([{ name: "Tablettes", quantity: 10 }]);
    changeEquipment(actor, lending, { ...thing, intent: "end" });
    expect(listEquipment(office.id)).toEqual([]);
    const other = makeOrganisation();
    const stranger = makeMember(other.id, "facilitator");
    const elsewhere = authorize(stranger, "workshop.equipment", other);
    expect(() => changeEquipment(stranger, elsewhere, { ...thing, intent: "change" })).toThrow("equipment");
  });
});

const calendar = (lines: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//FR\r\n${lines}END:VCALENDAR\r\n`;
const christmas = `BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261219\r\nDTEND;VALUE=DATE:20270104\r\nSUMMARY:Vacances de Noël\r\nEND:VEVENT\r\n`;

describe("school holidays", () => {
  it("are read from a calendar file, the day after the last left out", () => {
    expect(readPeriods(calendar(christmas))).toEqual([
      { name: "Vacances de Noël", startsOn: "2026-12-19", endsOn: "2027-01-03" },
    ]);
    expect(() => readPeriods("<html>")).toThrow("calendarUnreadable");
    expect(() => readPeriods(calendar(""))).toThrow("calendarEmpty");
  });

  it("stand beside the dates of the office that added them, and go when taken away", () => {
    const { office, actor, lending } = setUp();
    expect(replacePeriods(actor, lending, calendar(christmas))).toEqual({ count: 1 });
    expect(replacePeriods(actor, lending, calendar(christmas))).toEqual({ count: 1 });
    const days = { from: "2027-01-03", to: "2027-01-03" };
    expect(listNotes("fr", office.id, days)).toEqual([{ label: "Vacances de Noël", from: "2026-12-19", to: "2027-01-03" }]);
    expect(listNotes("fr", office.id, { from: "2027-01-04", to: "2027-01-10" })).toEqual([]);
    expect(listNotes("fr", makeOrganisation().id, days)).toEqual([]);
    removePeriods(actor, lending);
    expect(listNotes("fr", office.id, days)).toEqual([]);
  });
});
