import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { TextResponse } from "~/http/text-response.server";
import { sendAnswer } from "./send-answer.server";

let server: Server | undefined;
afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

async function answerOf(answer: () => Response): Promise<Response> {
  const app = express();
  app.get("/", (_request, response) => {
    sendAnswer(response, answer()).catch((error: Error) => response.status(500).end(error.message));
  });
  server = app.listen(0, "127.0.0.1");
  await new Promise((done) => server?.once("listening", done));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

test("a text is sent whole with its status and every header", async () => {
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  headers.append("Set-Cookie", "a=1");
  headers.append("Set-Cookie", "b=2");
  const answer = await answerOf(() => new TextResponse("<p>Gîte de l’Étang</p>", { status: 404, headers }));
  expect(answer.status).toBe(404);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await answer.text()).toBe("<p>Gîte de l’Étang</p>");
});

test("data are sent as JSON, and read here as they are", async () => {
  const given = { data: { rows: [{ name: "Étang", without: undefined }] } };
  const made = new TextResponse(given, { headers: { "Content-Type": "application/json; charset=utf-8" } });
  expect(made.data).toBe(given.data);
  expect(await made.json()).toEqual({ rows: [{ name: "Étang" }] });
  expect(await (await answerOf(() => made)).json()).toEqual({ rows: [{ name: "Étang" }] });
});

test("a stream stays one, and a copy that lost its text is a fault", async () => {
  expect(await (await answerOf(() => new Response("lines"))).text()).toBe("lines");
  server?.close();
  const lost = await answerOf(() => {
    const made = new TextResponse({ data: 1 }, { headers: { "Content-Type": "application/json" } });
    return new Response(made.body, { headers: made.headers });
  });
  expect([lost.status, await lost.text()]).toEqual([500, "An answer lost its text"]);
});
