import { createServer, type RequestListener, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { isPublicAddress } from "./public-address.server";
import { refusalOf, SafeFetchError, safeFetch } from "./safe-fetch.server";

const limits = { maxBytes: 1000, timeoutMs: 2000 };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

test.each([
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["198.18.0.1", false],
  ["::1", false],
  ["::", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:8.8.8.8", false],
  ["64:ff9b::a00:1", false],
  ["2002:a00:1::", false],
  ["::10.0.0.1", false],
  ["fec0::1", false],
  ["ff02::1", false],
  ["2001:db8::1", false],
  ["8.8.8.8", true],
  ["2a01:e0a::1", true],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each([
  ["nonsense", "address"],
  ["https://user:secret@site.example/", "address"],
  ["file:///etc/passwd", "scheme"],
  ["ftp://site.example/", "scheme"],
  ["http://site.example:8080/", "port"],
  ["https://site.example:22/", "port"],
  ["http://2130706433/", "private"],
  ["http://0x7f.1/", "private"],
  ["http://127.1/", "private"],
  ["http://[::ffff:127.0.0.1]/", "private"],
  ["http://[64:ff9b::7f00:1]/", "private"],
  ["http://169.254.169.254/latest/", "private"],
  ["https://site.example/", undefined],
  ["http://site.example:80/", undefined],
])("refuses %s as %s before anything is looked up", (address, reason) => {
  expect(refusalOf(address)).toBe(reason);
});

test("http is refused where https alone is asked", () => {
  expect(refusalOf("http://site.example/", { isHttpsOnly: true })).toBe("scheme");
});

test("a name that leads to this machine is refused after the look-up", async () => {
  await expect(safeFetch("http://localhost/", limits)).rejects.toMatchObject({ reason: "private" });
});

test("a name that DNS does not know says so", async () => {
  await expect(safeFetch("https://nowhere.invalid/", limits)).rejects.toMatchObject({ reason: "name" });
});

test("a body is cut at the limit, and says so; a compressed one is counted unpacked", async () => {
  const host = await serve((_request, response) =>
    response.setHeader("content-encoding", "gzip").end(gzipSync("a".repeat(5_000_000))),
  );
  const answer = await safeFetch(`http://${host}/`, { ...limits, testHosts: [host] });
  expect(answer).toMatchObject({ status: 200, isCut: true });
  expect(answer.body.toString()).toBe("a".repeat(1000));
});

test("a body within the limit arrives whole, with its headers and what was sent", async () => {
  const host = await serve((request, response) => {
    response.setHeader("X-Method", request.method ?? "").writeHead(418);
    request.pipe(response);
  });
  const answer = await safeFetch(`http://${host}/`, { ...limits, method: "POST", body: "thé", testHosts: [host] });
  expect(answer).toMatchObject({ status: 418, isCut: false, headers: { "x-method": "POST" } });
  expect(answer.body.toString()).toBe("thé");
});

test("each redirect is checked again", async () => {
  const host = await serve((_request, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end());
  await expect(safeFetch(`http://${host}/`, { ...limits, testHosts: [host] })).rejects.toMatchObject({ reason: "private" });
});

test("redirects are followed up to the most, then refused; with none allowed they are the answer", async () => {
  const host = await serve((request, response) =>
    request.url === "/end"
      ? response.end("there")
      : response.writeHead(301, { location: request.url === "/start" ? "/end" : "/round" }).end(),
  );
  const options = { ...limits, testHosts: [host] };
  expect(await safeFetch(`http://${host}/start`, options)).toMatchObject({ status: 200, url: `http://${host}/end` });
  await expect(safeFetch(`http://${host}/round`, options)).rejects.toMatchObject({ reason: "redirects" });
  expect(await safeFetch(`http://${host}/start`, { ...options, maxRedirects: 0 })).toMatchObject({ status: 301 });
  expect(await safeFetch(`http://${host}/start`, { ...options, method: "POST" })).toMatchObject({ status: 301 });
});

test("a server that stays silent is left", async () => {
  const host = await serve(() => {});
  await expect(safeFetch(`http://${host}/`, { ...limits, timeoutMs: 100, testHosts: [host] })).rejects.toEqual(
    new SafeFetchError("timeout"),
  );
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? `127.0.0.1:${address.port}` : "";
}
