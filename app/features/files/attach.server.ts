import type { Actor } from "~/access/actor";
import { errorText } from "~/http/form.server";
import { readUpload } from "~/http/upload.server";
import { type Locale, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { attachFile, type Carrier } from "./commands.server";
import { type FileSubject, fileLimits } from "./model";
import { storeFile } from "./storage.server";

interface Attached {
  ids: string[];
  /** What was refused, one rule a file. */
  refused: RuleError[];
}

/** Attaches each file of a posted form on its own: one that is refused does not keep the others out. */
export async function attachUploads(
  actor: Actor,
  carrier: Carrier,
  asked: { subject: FileSubject; request: Request },
): Promise<Attached> {
  const attached: Attached = { ids: [], refused: [] };
  const refuse = (error: unknown) => {
    if (!(error instanceof RuleError)) throw error;
    attached.refused.push(error);
  };
  const upload = await readUpload(asked.request, fileLimits).catch(refuse);
  try {
    for (const uploaded of upload?.files ?? []) {
      await storeFile(uploaded)
        .then((file) => attached.ids.push(attachFile(actor, carrier, { subject: asked.subject, file }).id))
        .catch(refuse);
    }
  } finally {
    upload?.discard();
  }
  return attached;
}

/** What became of the files, as the page says it once. */
export function describeAttached(locale: Locale, { ids, refused }: Attached): { text: string; tone: "ok" | "warn" } {
  const t = translator(locale);
  const added = ids.length > 0 || refused.length === 0 ? t("files:added", { count: ids.length }) : "";
  const reasons = refused.map((error) => errorText(locale, error.key, error.values));
  return { text: [added, ...reasons].filter(Boolean).join(" "), tone: refused.length > 0 ? "warn" : "ok" };
}
