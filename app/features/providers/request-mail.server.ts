import { config } from "~/config.server";
import type { Letter } from "~/features/accounts/host-mail.commands.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { HelpRow } from "./requests.queries.server";

/** « Votre question »: the answer, who gives it, and what was asked. */
export function replyLetter(request: HelpRow, reply: { by: string; text: string }): Letter {
  const t = translator(request.locale);
  return {
    subject: t("requests:mail.subject", { name: request.provider }),
    greeting: t("requests:mail.greeting", { name: request.who }),
    paragraphs: [...reply.text.split(/\n{2,}/), reply.by],
    button: { label: t("requests:mail.open"), url: `${config().appUrl}${paths.myHelp({ provider: request.providerId })}` },
    after: [t("requests:mail.asked", { text: request.text || "…" })],
    foot: [t("requests:mail.why")],
  };
}
