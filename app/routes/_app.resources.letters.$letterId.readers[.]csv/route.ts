import type { LoaderFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { exportReaders } from "~/features/resources/letter-export.server";
import { getLetter } from "~/features/resources/letters.queries.server";
import { download } from "~/http/file.server";
import { answering } from "~/http/responses.server";

/** Those who said yes to a letter, for the office's own mailing tool. */
export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const letter = await answering(() => authorize(actor, "watch.keep", getLetter(actor, asked.params.letterId ?? "")));
  const { name, csv } = exportReaders(actor, letter);
  return download(csv, { name, type: "text/csv" });
}
