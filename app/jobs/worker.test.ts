import { expect, it } from "vitest";
import { openTestDatabase } from "~/testing/database";
import { enqueue } from "./queue.server";
import { runDue, startWorker } from "./worker.server";

openTestDatabase();

it("sends mails while a long job runs", async () => {
  const done: string[] = [];
  const [long, mail] = [gate(), gate()];
  const handlers = {
    "import.read": () => long.passed.then(() => void done.push("import")),
    "mail.send": () => {
      done.push("mail");
      mail.open();
    },
  };
  enqueue({ kind: "import.read", payload: {} });
  enqueue({ kind: "mail.send", payload: {} });
  const worker = startWorker(handlers, { error: () => undefined });
  await mail.passed;
  long.open();
  await worker.stop();
  expect(done).toEqual(["mail", "import"]);
});

function gate() {
  let open = () => {};
  const passed = new Promise<void>((done) => {
    open = done;
  });
  return { passed, open };
}

it("turns to who asks for a page between two jobs", async () => {
  const order: string[] = [];
  for (const name of ["first", "second"]) enqueue({ kind: "turn", payload: { name } });
  const turn = (payload: unknown) => {
    order.push(JSON.stringify(payload));
    setImmediate(() => order.push("page"));
  };
  await runDue({ turn }, { error: () => undefined });
  expect(order.slice(0, 3)).toEqual([JSON.stringify({ name: "first" }), "page", JSON.stringify({ name: "second" })]);
});
