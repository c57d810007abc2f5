import { createCookie } from "@remix-run/node";
import { config } from "~/config.server";

/** Marks the browser that asked for a sign-in link: the link alone works there (ASVS 6.6.2). */
const cookie = () =>
  createCookie(config().isSecure ? "__Host-balise-link" : "balise-link", {
    path: "/",
    httpOnly: true,
    secure: config().isSecure,
    sameSite: "lax",
    maxAge: 600,
  });

export const keepBrowserKey = (key: string): Promise<string> => cookie().serialize(key);
export const forgetBrowserKey = (): Promise<string> => cookie().serialize("", { maxAge: 0 });

/** The key of the browser that asked; empty elsewhere. */
export async function readBrowserKey(request: Request): Promise<string> {
  const key: unknown = await cookie().parse(request.headers.get("Cookie"));
  return typeof key === "string" ? key : "";
}
