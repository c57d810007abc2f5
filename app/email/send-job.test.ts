import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { config } from "~/config.server";
import { sqlite } from "~/db/client.server";
import { runDue, startWorker } from "~/jobs/worker.server";
import { openTestDatabase } from "~/testing/database";
import { openRelay, type Relay } from "~/testing/relay";
import { renderMail } from "./layout";
import { queueMail } from "./outbox.server";
import { mailFolder } from "./send.server";
import { sendQueuedMail } from "./send-job.server";

openTestDatabase();

let relay: Relay;
beforeAll(async () => {
  relay = await openRelay();
  process.env.SMTP_URL = relay.url;
  process.env.MAIL_FROM = "Office <office@test.example>";
});
beforeEach(() => {
  relay.received = [];
  relay.answer = (accept) => accept();
  sqlite().prepare("DELETE FROM jobs").run();
});
afterAll(() => relay.close());

const handlers = { "mail.send": sendQueuedMail };
const quiet = { error: () => undefined };
const work = () => runDue(handlers, quiet);
const makeDue = () => sqlite().prepare("UPDATE jobs SET run_at = 0, lease_until = 0").run();
const read = (id: string) =>
  sqlite().prepare<[string], { state: string; error: string | null; text: string }>("SELECT * FROM mails WHERE id = ?").get(id);

function mail(given: { recipient?: string; text?: string; subject?: string; isPerishable?: boolean } = {}) {
  const text = given.text ?? "Bonjour,";
  const subject = given.subject ?? "Votre plan";
  return queueMail({
    ownerId: null,
    recipient: given.recipient ?? "odile@test.example",
    subject,
    html: `<p>${text}</p>`,
    text,
    isPerishable: given.isPerishable ?? false,
  });
}

describe("sending a mail", () => {
  it("hands it to the relay once and marks it sent", async () => {
    const id = mail({ subject: "Votre plan\r\nBcc: autre@test.example" });
    await work();
    await work();
    expect(read(id)).toMatchObject({ state: "sent", error: null });
    expect(relay.received).toHaveLength(1);
    expect(relay.received[0]).toMatch(/^To: odile@test\.example\r$/m);
    expect(relay.received[0]).not.toMatch(/^Bcc:/m);
    expect(relay.received[0]).toContain(`Message-ID: <${id}@localhost>`);
  });

  it("keeps no key in the database once it left", async () => {
    const id = mail({ text: `https://x.test/login/link/${"a".repeat(43)}` });
    await work();
    expect(relay.received[0]).toContain("a".repeat(43));
    expect(read(id)?.text).toBe("https://x.test/login/link/…");
  });

  it("tries a refusal again, then says why it failed", async () => {
    relay.answer = (accept) => accept(Object.assign(new Error("Boîte inconnue"), { responseCode: 550 }));
    const id = mail();
    await work();
    expect(read(id)).toMatchObject({ state: "waiting", error: expect.stringContaining("Boîte inconnue") });
    for (let time = 0; time < 7; time += 1) {
      makeDue();
      await work();
    }
    expect(read(id)?.state).toBe("failed");
    expect(sqlite().prepare("SELECT state, attempts FROM jobs").get()).toEqual({ state: "failed", attempts: 8 });
  });

  it("waits two days for a relay that says « later », then says why it failed", async () => {
    relay.answer = (accept) => accept(Object.assign(new Error("Plus tard"), { responseCode: 421 }));
    const id = mail();
    const later = async (hours: number) => {
      sqlite()
        .prepare("UPDATE jobs SET created_at = created_at - ?")
        .run(hours * 3_600_000);
      makeDue();
      await work();
      return read(id)?.state;
    };
    for (let time = 0; time < 20; time += 1) expect(await later(2)).toBe("waiting");
    expect(await later(10)).toBe("failed");
  });

  it("leaves by itself when a relay that was not reached answers again", async () => {
    const gone = await openRelay();
    await gone.close();
    config().smtpUrl = gone.url;
    const id = mail();
    for (let time = 0; time < 12; time += 1) {
      await work();
      makeDue();
    }
    expect(read(id)?.state).toBe("waiting");
    config().smtpUrl = relay.url;
    await work();
    await work();
    expect(read(id)?.state).toBe("sent");
    expect(relay.received).toHaveLength(1);
  });

  it("does not wait for the end of an outage with what would come too late", async () => {
    relay.answer = (accept) => accept(Object.assign(new Error("Plus tard"), { responseCode: 421 }));
    const id = mail({ isPerishable: true });
    for (let time = 0; time < 8; time += 1) {
      makeDue();
      await work();
    }
    expect(read(id)?.state).toBe("failed");
  });

  it("never sends to an address that is two", async () => {
    const id = mail({ recipient: "a@test.example, b@test.example" });
    await work();
    expect(read(id)?.error).toContain("adresse refusée");
    expect(relay.received).toEqual([]);
  });
});

describe("a process killed while sending", () => {
  it("sends again what the relay had not answered", async () => {
    const id = mail();
    await killWhenAsked();
    expect(read(id)?.state).toBe("sending");
    relay.answer = (accept) => accept();
    const worker = startWorker(handlers, quiet);
    await worker.stop();
    expect(read(id)?.state).toBe("sent");
    expect(relay.received).toHaveLength(1);
  });

  it("leaves alone, and says so, what the relay had answered", async () => {
    const id = mail();
    await killWhenAsked();
    writeFileSync(join(mailFolder(), "answered", id), "250 OK");
    makeDue();
    await work();
    makeDue();
    await work();
    expect(read(id)).toMatchObject({ state: "uncertain", error: "250 OK" });
    expect(existsSync(join(mailFolder(), "answered", id))).toBe(false);
    expect(relay.received).toEqual([]);
  });
});

/** Another process sends; it is killed between the end of the message and the relay's answer. */
async function killWhenAsked(): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/testing/run-due-jobs.ts"], {
    env: { ...process.env, DATABASE_PATH: config().databasePath, NODE_ENV: "test" },
  });
  const ended = new Promise((done) => child.once("exit", done));
  relay.answer = () => child.kill("SIGKILL");
  await ended;
}

describe("without a relay", () => {
  it("writes the mail as a file", async () => {
    config().smtpUrl = undefined;
    const id = mail({ text: "Voici l’adresse." });
    await work();
    expect(readFileSync(join(mailFolder(), `${id}.eml`), "utf8")).toContain("To: odile@test.example");
    expect(read(id)?.state).toBe("sent");
  });
});

describe("the layout", () => {
  it("says the same in HTML and in plain text, and lets no markup in", () => {
    const { html, text } = renderMail({
      locale: "fr",
      subject: "Lien",
      greeting: "Bonjour <b>Odile</b>,",
      paragraphs: ["Voici votre lien."],
      button: { label: "Me connecter", url: "https://balise.test/login/link/x" },
      after: ["Il sert une fois."],
      foot: ["Office"],
    });
    for (const words of [
      "Voici votre lien.",
      "Me connecter",
      "https://balise.test/login/link/x",
      "Il sert une fois.",
      "Office",
    ]) {
      expect(html).toContain(words);
      expect(text).toContain(words);
    }
    expect(html).toContain("&lt;b&gt;Odile");
    expect(html).toContain('<html lang="fr">');
  });
});
