import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of the tests: CHROMIUM_PATH, one that is there, else installed (saying so). */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  const found = given ?? candidates.find((path) => existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && isDebian()) {
    console.log("Chromium manque : installation du paquet Debian « chromium ».");
    execFileSync("apt-get", ["update", "-q"], { stdio: "inherit" });
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env: environment,
    });
    return "/usr/bin/chromium";
  }
  console.log("Chromium manque : installation de celui de Playwright dans votre cache.");
  execFileSync("node_modules/.bin/playwright", ["install", "chromium"], { stdio: "inherit" });
  return "";
}

function isDebian(): boolean {
  return existsSync("/etc/os-release") && /ID(_LIKE)?=.*debian/.test(readFileSync("/etc/os-release", "utf8"));
}
