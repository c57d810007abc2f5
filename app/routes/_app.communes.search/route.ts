import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { suggestCommunes } from "~/features/providers/places.queries.server";

/** Communes for the words typed so far: « Soulac-sur-Mer (33780) ». */
export async function loader(asked: LoaderFunctionArgs) {
  await requireActor(asked);
  const words = new URL(asked.request.url).searchParams.get("q") ?? "";
  return json({ suggestions: words.trim().length < 2 ? [] : suggestCommunes(words.slice(0, 120)) });
}
