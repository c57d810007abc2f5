import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeOf } from "~/access/can";
import { findActor } from "~/auth/actor.server";
import { paths } from "~/paths";

const homes = {
  today: paths.today(),
  dashboard: paths.dashboard(),
  network: paths.network(),
  colleague: paths.today(),
  settings: paths.settings(),
  provider: paths.my(),
} as const;

/** Sends each role to its home. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await findActor(asked);
  return redirect(actor ? homes[homeOf(actor)] : paths.login());
}
