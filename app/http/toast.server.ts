import { createCookie, redirect } from "@remix-run/node";
import { config } from "~/config.server";

export interface Toast {
  text: string;
  tone: "ok" | "warn";
  /** A form that undoes what was done, posted to this address. */
  undo?: { action: string; label: string };
}

const cookie = () =>
  createCookie(config().isSecure ? "__Host-balise-toast" : "balise-toast", {
    path: "/",
    httpOnly: true,
    secure: config().isSecure,
    sameSite: "lax",
    maxAge: 60,
    secrets: [config().secret],
  });

/** Goes on to a page that says once what was done. */
export async function redirectWithToast(to: string, toast: Toast, headers = new Headers()) {
  headers.append("Set-Cookie", await cookie().serialize(toast));
  return redirect(to, { headers });
}

/** The message left for this page, and the Set-Cookie line that forgets it. */
export async function readToast(request: Request): Promise<{ toast: Toast | null; forget: string | undefined }> {
  if (!request.headers.get("Cookie")?.includes("balise-toast=")) return { toast: null, forget: undefined };
  const toast: Toast | null = await cookie().parse(request.headers.get("Cookie"));
  return { toast, forget: toast ? await cookie().serialize("", { maxAge: 0 }) : undefined };
}
