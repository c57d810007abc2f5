import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { audit } from "~/commands/run.server";
import { declareMonth } from "~/features/figures/declared.commands.server";
import { now } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { networkInstead, officesAddedUp } from "./many-offices.server";
import { getDeclaringOffice, resolveNetwork } from "./network.queries.server";
import { readFigureVersion, readNetworkVersion } from "./version.queries.server";

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

describe("the version of a network's year", () => {
  const versionOf = (coordinator: Actor) => readNetworkVersion(resolveNetwork(coordinator, { page: 0 }));

  it("changes with a session below or a month declared, and not with another network's", () => {
    const territory = makeOrganisation({ kind: "territory" });
    const office = makeOrganisation({ parentId: territory.id });
    const absent = makeOrganisation({ parentId: territory.id });
    const coordinator = makeMember(territory.id, "coordinator");
    const other = makeOrganisation();
    const stranger = makeMember(other.id, "facilitator");
    const before = versionOf(coordinator);
    makeSession(stranger, other, { providers: [makeProvider(stranger, other).id] });
    expect(versionOf(coordinator)).toBe(before);
    const facilitator = makeMember(office.id, "facilitator");
    makeSession(facilitator, office, { providers: [makeProvider(facilitator, office).id] });
    const logged = versionOf(coordinator);
    expect(logged).not.toBe(before);
    const month = { month: "2026-03", sessions: 9, supports: 12, minutes: 600, reached: 7 };
    declareMonth(coordinator, getDeclaringOffice(coordinator, absent.id), { id: newId(), ...month });
    expect(versionOf(coordinator)).not.toBe(logged);
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
