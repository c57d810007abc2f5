import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { forgetConfig } from "~/config.server";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { type ApiScope, apiScopes } from "~/lib/vocabulary";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeDraft, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { answerApi } from "./answer.server";
import { endpoints } from "./endpoints.server";
import { makeKey, revokeKey } from "./keys.commands.server";
import { describeApi } from "./openapi.server";

const at = "2026-11-24T10:00:00Z";
openTestDatabase({ at });
beforeAll(forgetConfig);

function makeWorld() {
  const office = makeOrganisation();
  const director = makeMember(office.id, "director");
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const session = makeSession(facilitator, office, {
    participants: [{ providerId: provider.id, presence: "present" }],
    note: "Fiche Google revue",
    privateNote: "Ne le dites à personne",
  });
  const workshop = makeWorkshop(facilitator, office).id;
  return { office, director, facilitator, ids: { providers: provider.id, sessions: session, workshops: workshop } };
}
type World = ReturnType<typeof makeWorld>;

function keyOf(world: World, scopes: ApiScope[] = [...apiScopes]) {
  const owner = authorize(world.director, "api.manage", world.office);
  const id = newId();
  return { id, owner, token: makeKey(world.director, owner, { intent: "make", id, name: "Site", scopes, months: "3" }) };
}

const faults: unknown[] = [];
const noteFault = (error: unknown) => faults.push(error);

async function ask(path: string, token?: string, headers: Record<string, string> = {}) {
  const url = `http://localhost/api/v1/${path}`;
  const sent = token === undefined ? headers : { authorization: `Bearer ${token}`, ...headers };
  const request = new Request(url, { headers: sent });
  const answer = await answerApi({ request, path: path.split("?")[0] ?? "", address: newId(), noteFault });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

const resourceId = () => sqlite().prepare<[], string>("SELECT id FROM resources LIMIT 1").pluck().get() ?? "";

/** The address of an endpoint for this world's own rows. */
function pathIn(world: World, path: string): string {
  const [list = ""] = path.split("/");
  const id = list === "resources" ? resourceId() : Reflect.get(world.ids, list);
  return path.replace("{id}", String(id));
}

describe.each(endpoints.map((one) => ({ one, path: one.path })))("GET /api/v1/$path", ({ one }) => {
  it("answers its own organisation as the served description says", async () => {
    const world = makeWorld();
    makeShippedResource();
    const answer = await ask(pathIn(world, one.path), keyOf(world).token);
    expect(answer.status).toBe(200);
    const { paths } = describeApi();
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const check = ajv.compile(paths[`/${one.path}`]?.get.responses[200].content["application/json"].schema ?? false);
    check(answer.body);
    expect(check.errors).toBeNull();
    expect(JSON.stringify(answer.body)).not.toContain("Ne le dites à personne");
  });

  it("refuses no key, a wrong one, another scope, a revoked key and an expired one", async () => {
    const world = makeWorld();
    makeShippedResource();
    const path = pathIn(world, one.path);
    expect(await ask(path)).toMatchObject({ status: 401, body: { title: "Clé absente ou refusée" } });
    expect((await ask(path, `balise_${"a".repeat(43)}`)).status).toBe(401);
    const others = apiScopes.filter((scope) => scope !== one.scope);
    expect(await ask(path, keyOf(world, others).token)).toMatchObject({ status: 403, body: { status: 403 } });
    const key = keyOf(world);
    revokeKey(world.director, key.owner, key.id);
    expect((await ask(path, key.token)).status).toBe(401);
    const old = keyOf(world);
    setClock(() => Date.parse("2027-06-01T00:00:00Z"));
    expect((await ask(path, old.token)).status).toBe(401);
    setClock(() => Date.parse(at));
  });

  it("shows nothing of another office", async () => {
    const world = makeWorld();
    const elsewhere = keyOf(makeWorld());
    const answer = await ask(pathIn(world, one.path), elsewhere.token);
    if (one.path.includes("{id}") && one.scope !== "resources") expect(answer.status).toBe(404);
    else for (const id of Object.values(world.ids)) expect(JSON.stringify(answer.body)).not.toContain(id);
  });

  it("refuses a parameter that it does not know", async () => {
    const world = makeWorld();
    expect((await ask(`${pathIn(world, one.path)}?office=${world.office.id}`, keyOf(world).token)).status).toBe(400);
  });
});

describe("a question that cannot be answered", () => {
  it("is told so: days that end before they begin, or a year to come", async () => {
    const { token } = keyOf(makeWorld());
    for (const path of ["figures", "sessions", "workshops"])
      expect(await ask(`${path}?from=2026-12-01&to=2026-01-01`, token)).toMatchObject({
        status: 400,
        body: { detail: expect.stringContaining("Before from") },
      });
    expect((await ask("figures?from=2027-01-01", token)).status).toBe(400);
    expect((await ask("figures?to=2025-06-30", token)).body).toMatchObject({ from: "2025-01-01", to: "2025-06-30" });
    expect(faults).toEqual([]);
  });

  it("is a problem document too when the fault is ours, and the fault is noted", async () => {
    const { token } = keyOf(makeWorld());
    sqlite().exec("ALTER TABLE providers RENAME TO providers_gone");
    const answer = await ask("providers", token);
    sqlite().exec("ALTER TABLE providers_gone RENAME TO providers");
    expect(answer).toMatchObject({ status: 500, body: { status: 500, title: "Erreur de notre côté" } });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(faults.splice(0)).toHaveLength(1);
  });
});

describe("a walk by cursor", () => {
  it("gives each row once while others are added", async () => {
    const world = makeWorld();
    for (let n = 0; n < 6; n += 1) makeProvider(world.facilitator, world.office);
    const before = sqlite().prepare<[string], string>("SELECT id FROM providers WHERE owner_id = ?").pluck().all(world.office.id);
    const { token } = keyOf(world);
    const seen: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const { body } = await ask(`providers?limit=2${next === "" ? "" : `&after=${next}`}`, token);
      seen.push(...body.data.map((row: { id: string }) => row.id));
      next = body.next;
      if (seen.length < 9) makeProvider(world.facilitator, world.office);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((id) => !seen.includes(id))).toEqual([]);
  });

  it("takes no cursor but its own", async () => {
    const { token } = keyOf(makeWorld());
    for (const after of ["%27", "e30", "WzFd"]) expect((await ask(`sessions?after=${after}`, token)).status).toBe(400);
  });
});

describe("a key", () => {
  it("reads notes with their scope alone, and no draft of a workshop", async () => {
    const world = makeWorld();
    const draft = makeDraft(world.facilitator, world.office).id;
    const without = await ask(`sessions/${world.ids.sessions}`, keyOf(world, ["sessions"]).token);
    expect(without.body).not.toHaveProperty("note");
    const notes = await ask(`sessions/${world.ids.sessions}`, keyOf(world, ["sessions", "session_notes"]).token);
    expect(notes.body.note).toBe("Fiche Google revue");
    expect((await ask(`workshops/${draft}`, keyOf(world).token)).status).toBe(404);
  });

  it("is kept as a hash, shown once, and tells its last use", async () => {
    const world = makeWorld();
    const owner = authorize(world.director, "api.manage", world.office);
    const input = { intent: "make" as const, id: newId(), name: "Site", scopes: ["figures" as const], months: "3" as const };
    const token = makeKey(world.director, owner, input);
    expect(() => makeKey(world.director, owner, input)).toThrow("keyShown");
    await ask("figures", token);
    const row = sqlite().prepare("SELECT * FROM api_tokens WHERE id = ?").get(input.id);
    expect(row).toMatchObject({ last_used_at: Date.parse(at), tail: token.slice(-4) });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(sqlite().prepare("SELECT count(*) FROM idempotency_keys WHERE result LIKE ?").pluck().get(`%${token}%`)).toBe(0);
  });

  it("is made by the director and the administrator alone", () => {
    const world = makeWorld();
    expect(() => authorize(world.facilitator, "api.manage", world.office)).toThrow("api.manage");
    expect(() => authorize(makeWorld().director, "api.manage", world.office)).toThrow("api.manage");
  });

  it("asks at its pace, then waits; what has not changed is not sent again", async () => {
    const world = makeWorld();
    const { token } = keyOf(world, ["workshops"]);
    const first = await ask("workshops", token);
    expect(first.headers.get("ratelimit")).toMatch(/^"key";r=119;t=\d+$/);
    const again = await ask("workshops", token, { "if-none-match": first.headers.get("etag") ?? "" });
    expect(again).toMatchObject({ status: 304, body: undefined });
    for (let n = 0; n < 118; n += 1) await ask("workshops", token, { "if-none-match": first.headers.get("etag") ?? "" });
    const over = await ask("workshops", token);
    expect(over).toMatchObject({ status: 429, body: { title: "Trop de demandes" } });
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

function makeShippedResource(): void {
  const id = newId();
  sqlite()
    .prepare(
      "INSERT INTO resources (id, slug, kind, title, theme, locale, visibility, created_at) VALUES (?, ?, 'sheet', 'Fiche', 'website', 'fr', 'network', 1)",
    )
    .run(id, `fiche-${id}`);
}
