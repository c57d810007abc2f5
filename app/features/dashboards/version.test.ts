import { describe, expect, it } from "vitest";
import { audit } from "~/commands/run.server";
import { now } from "~/lib/clock";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { networkInstead, officesAddedUp } from "./many-offices.server";
import { readFigureVersion } from "./version.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

describe("the version of an office's figures", () => {
  it("changes with a session, and neither with a download nor with what another office does", () => {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const gite = makeProvider(facilitator, office);
    const other = makeOrganisation();
    const stranger = makeMember(other.id, "facilitator");
    const shed = makeProvider(stranger, other);
    const version = () => readFigureVersion(facilitator, undefined);
    const before = version();
    makeSession(stranger, other, { providers: [shed.id] });
    audit(facilitator.userId, { command: "report.download", subjectId: "", ownerId: office.id, detail: "", at: now() });
    audit(facilitator.userId, { command: "coaching.export", subjectId: "", ownerId: office.id, detail: "", at: now() });
    expect(version()).toBe(before);
    makeSession(facilitator, office, { providers: [gite.id] });
    expect(version()).not.toBe(before);
  });
});

describe("a coordinator's dashboard", () => {
  it("is the network's page from so many offices on, and the dashboard for one of them", () => {
    const territory = makeOrganisation({ kind: "territory" });
    const coordinator = () => makeMember(territory.id, "coordinator");
    const offices = Array.from({ length: officesAddedUp }, () => makeOrganisation({ parentId: territory.id }));
    const [first] = offices;
    expect(networkInstead(coordinator(), {})).toBeUndefined();
    makeOrganisation({ parentId: territory.id });
    expect(networkInstead(coordinator(), {})).toBe("/network");
    expect(networkInstead(coordinator(), { office: first?.id })).toBeUndefined();
    expect(networkInstead(makeMember(first?.id ?? "", "director"), {})).toBeUndefined();
  });
});
