import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import type { dataRequests } from "~/db/schema/own-data.server";
import { type Letter, queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { type Locale, translator } from "~/i18n/translate";
import { paths } from "~/paths";

interface Answer {
  answer: "release" | "refuse";
  reply: string;
}

/** Tells whoever asked about their data that the answer is there: it is read after signing in, never in the mail. */
export function mailAnswer(actor: Actor, request: typeof dataRequests.$inferSelect, answer: Answer): void {
  const asker = db()
    .select({ name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, request.userId ?? ""), isNull(users.suspendedAt)))
    .get();
  if (!asker) return;
  const { ownerId, providerId } = request;
  const mail = { kind: "reply", ownerId, providerId, recipient: asker.email, locale: asker.locale, writerId: actor.userId };
  queueHostMail(mail, (places) => letterOf(asker.locale, { ...answer, providerId, who: asker.name, provider: places.name }));
}

function letterOf(locale: Locale, told: Answer & { providerId: string; who: string; provider: string }): Letter {
  const t = translator(locale);
  const { answer, reply, providerId, who, provider } = told;
  const page = answer === "release" ? paths.myDataReading({ provider: providerId }) : paths.myData({ provider: providerId });
  return {
    subject: t("ownData:mail.subject", { name: provider }),
    greeting: t("ownData:mail.greeting", { name: who }),
    paragraphs: [t(`ownData:mail.${answer}`), ...(reply ? [reply] : [])],
    button: { label: t(`ownData:mail.open.${answer}`), url: `${config().appUrl}${page}` },
    foot: [t("ownData:mail.why")],
  };
}
