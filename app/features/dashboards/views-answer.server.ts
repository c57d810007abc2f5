import { json } from "@remix-run/node";
import type { Actor } from "~/access/actor";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { RuleError } from "~/lib/errors";
import { type ViewInput, viewSchema } from "./views.form";

interface Asked {
  actor: Actor;
  request: Request;
  /** Does what the form asks: what is said of it, or a new link. */
  act: (input: ViewInput) => { said: string; link?: string };
  /** The page of views, read again after what was done. */
  back: string;
}

/** The answer to a form of a page of views: done and said, a new link shown in the answer itself, once, or what was wrong and in which form. */
export async function answerViews({ actor, request, act, back }: Asked) {
  const form = await parseForm(request, viewSchema, actor.locale);
  const wrong = (errors: Record<string, string[]>) => invalid({ link: null, errors, intent: String(form.reply.values.intent) });
  if (!form.isValid) return wrong(form.reply.errors);
  try {
    const done = await answering(() => act(form.value));
    if (done.link) return json({ link: done.link, errors: {}, intent: "share" });
    return redirectWithToast(back, { text: done.said, tone: "ok" });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return wrong(ruleReply(error, form.reply, actor.locale).errors);
  }
}
