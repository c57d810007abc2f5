import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { errorText } from "~/http/form.server";
import type { Toast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { NotFoundError, RuleError } from "~/lib/errors";
import { paths } from "~/paths";
import { askReaders, deleteLetter, sendLetter } from "./letters.commands.server";

type Letter = Authorized<{ id: string; ownerId: string }, "watch.keep">;

/** One button of a letter's page, done, and what the page says of it. Throws NotFoundError for another word. */
export function receiveLetterIntent(actor: Actor, letter: Letter, intent: string): { to: string; toast: Toast } {
  try {
    return carryOut(actor, letter, intent);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { to: paths.letter(letter.id), toast: { text: errorText(actor.locale, error.key, error.values), tone: "warn" } };
  }
}

function carryOut(actor: Actor, letter: Letter, intent: string): { to: string; toast: Toast } {
  const t = translator(actor.locale);
  const said = (text: string, to = paths.letter(letter.id)) => ({ to, toast: { text, tone: "ok" as const } });
  if (intent === "send") return said(t("letters:sent", sendLetter(actor, letter)));
  if (intent === "ask") {
    const office = authorize(actor, "watch.keep", { id: letter.ownerId, ownerId: letter.ownerId });
    return said(t("letters:asked", { count: askReaders(actor, office) }));
  }
  if (intent !== "delete") throw new NotFoundError("intent");
  deleteLetter(actor, letter);
  return said(t("letters:deleted"), paths.letters());
}
