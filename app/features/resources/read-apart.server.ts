import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";

/** A file that is not read by then is left unread, milliseconds. */
const mostTime = 45_000;
const runFile = promisify(execFile);

/**
 * The words of a PDF or a DOCX, read by a process of its own with little memory and little time: whatever is in the
 * file, pages stay quick and the server stays up. Throws when it cannot be read.
 */
export async function readFileApart(path: string, mediaType: string): Promise<string> {
  const limits = {
    timeout: mostTime,
    killSignal: "SIGKILL",
    maxBuffer: 4_000_000,
    env: { NODE_ENV: process.env.NODE_ENV },
  } as const;
  const { stdout } = await runFile(process.execPath, [...program(), path, mediaType], limits);
  return stdout;
}

/** Built beside the other tools; from its source where nothing was built (development, tests). */
function program(): string[] {
  const memory = "--max-old-space-size=384";
  const built = resolve("build/cli/file-text.js");
  if (process.env.NODE_ENV !== "test" && existsSync(built)) return [memory, built];
  return [memory, "--import", "tsx", resolve("app/cli/file-text.ts")];
}
