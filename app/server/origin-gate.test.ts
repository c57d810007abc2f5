import { describe, expect, it } from "vitest";
import { readConfig } from "~/config.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { markdownToHtml } from "~/lib/markdown.server";
import { isOurs } from "./origin-gate.server";

const loopback = { appUrl: "http://localhost:3000", isSecure: false };
const real = { appUrl: "https://balise.pays.example", isSecure: true };

describe("the origin gate", () => {
  it.each([
    ["our own page", { "sec-fetch-site": "same-origin" }, real, true],
    ["another site", { "sec-fetch-site": "cross-site" }, real, false],
    ["a sub-domain", { "sec-fetch-site": "same-site" }, real, false],
    ["an address typed in", { "sec-fetch-site": "none" }, real, false],
    ["our origin", { origin: "https://balise.pays.example" }, real, true],
    ["another origin", { origin: "https://mechant.example" }, real, false],
    ["the opaque origin", { origin: "null" }, real, false],
    ["another port of loopback", { origin: "http://localhost:4000", host: "localhost:4000" }, loopback, true],
    ["host and origin that differ", { origin: "http://localhost:4000", host: "localhost:3000" }, loopback, false],
    ["neither header", {}, real, false],
  ])("%s", (_label, headers, settings, isLet) => expect(isOurs(headers, settings)).toBe(isLet));
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
