import { describe, expect, it } from "vitest";
import { readConfig } from "~/config.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { markdownToHtml } from "~/lib/markdown.server";
import { isOurs } from "./origin-gate.server";

const loopback = { appUrl: "http://localhost:3000", isSecure: false };
const real = { appUrl: "https://balise.pays.example", isSecure: true };

describe("the origin gate", () => {
  it.each([
    { label: "our own page", headers: { "sec-fetch-site": "same-origin" }, settings: real, isLet: true },
    { label: "another site", headers: { "sec-fetch-site": "cross-site" }, settings: real, isLet: false },
    { label: "a sub-domain", headers: { "sec-fetch-site": "same-site" }, settings: real, isLet: false },
    { label: "an address typed in", headers: { "sec-fetch-site": "none" }, settings: real, isLet: false },
    { label: "our origin", headers: { origin: "https://balise.pays.example" }, settings: real, isLet: true },
    { label: "another origin", headers: { origin: "https://mechant.example" }, settings: real, isLet: false },
    { label: "the opaque origin", headers: { origin: "null" }, settings: real, isLet: false },
    {
      label: "another port of loopback",
      headers: { origin: "http://localhost:4000", host: "localhost:4000" },
      settings: loopback,
      isLet: true,
    },
    {
      label: "host and origin that differ",
      headers: { origin: "http://localhost:4000", host: "localhost:3000" },
      settings: loopback,
      isLet: false,
    },
    { label: "neither header", headers: {}, settings: real, isLet: false },
  ])("$label", ({ headers, settings, isLet }) => expect(isOurs(headers, settings)).toBe(isLet));
});

describe("the settings", () => {
  const secret = "x".repeat(32);
  it.each([
    ["a public address without https", { APP_URL: "http://balise.pays.example" }],
    ["https without a secret", { APP_URL: "https://balise.pays.example" }],
    ["the demonstration on a public address", { APP_URL: "https://balise.pays.example", SESSION_SECRET: secret, DEMO: "1" }],
    ["a port that is none", { PORT: "abc" }],
  ])("refuse %s", (_label, environment) => expect(() => readConfig(environment)).toThrow(/Réglages refusés/));

  it("accept https with a secret", () => {
    expect(readConfig({ APP_URL: "https://balise.pays.example/", SESSION_SECRET: secret })).toMatchObject({
      appUrl: "https://balise.pays.example",
      isSecure: true,
    });
  });
});

describe("where one goes after signing in", () => {
  it.each([
    ["/coaching?theme=website", "/coaching?theme=website"],
    ["//mechant.example", "/"],
    ["/\\mechant.example", "/"],
    ["https://mechant.example", "/"],
    [undefined, "/"],
  ])("%s → %s", (target, path) => expect(safeRedirect(target, "/")).toBe(path));
});

describe("Markdown", () => {
  it("leaves raw HTML as text and refuses links that run", () => {
    expect(markdownToHtml("<script>alert(1)</script>")).not.toContain("<script>");
    expect(markdownToHtml("[clic](javascript:alert(1))")).not.toContain("href");
    expect(markdownToHtml("[site](https://a.example)")).toContain('href="https://a.example"');
  });
});
