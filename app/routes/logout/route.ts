import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { closeSession } from "~/auth/sessions.server";
import { paths } from "~/paths";

export const loader = () => redirect(paths.home());

export async function action({ request }: ActionFunctionArgs) {
  return redirect(paths.login(), {
    headers: { "Set-Cookie": await closeSession(request), "Clear-Site-Data": '"cache", "storage"' },
  });
}
