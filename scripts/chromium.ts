import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Without a window to draw, it opens a page for less than half of the processor time of the whole browser. */
const shell = "/usr/bin/chromium-headless-shell";
const candidates = [shell, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of the tests that is already there: CHROMIUM_PATH, else the lightest of Debian's. */
export const knownChromium = (): string | undefined => process.env.CHROMIUM_PATH ?? candidates.find((path) => existsSync(path));

/** The browser of the tests: CHROMIUM_PATH, Debian's shell (installed where that can be, saying so), any that is there, else Playwright's. */
export function findChromium(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (!existsSync(shell) && process.getuid?.() === 0 && isDebian()) installShell();
  const found = knownChromium();
  if (found) return found;
  console.log("Chromium manque : installation de celui de Playwright dans votre cache.");
  execFileSync("node_modules/.bin/playwright", ["install", "chromium"], { stdio: "inherit" });
  return "";
}

/** Tries the shell, then the whole browser where there is none; without a network what is there serves. */
function installShell(): void {
  for (const name of knownChromium() ? ["chromium-headless-shell"] : ["chromium-headless-shell", "chromium"]) {
    console.log(`Installation du paquet Debian « ${name} », pour les tests.`);
    if (hasInstalled(name)) return;
  }
}

function hasInstalled(name: string): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words: string[]) => execFileSync("apt-get", words, { stdio: "inherit", env });
  try {
    apt("update", "-q");
    apt("install", "-y", "-q", "--no-install-recommends", name);
    return true;
  } catch {
    return false;
  }
}

function isDebian(): boolean {
  return existsSync("/etc/os-release") && /ID(_LIKE)?=.*debian/.test(readFileSync("/etc/os-release", "utf8"));
}
