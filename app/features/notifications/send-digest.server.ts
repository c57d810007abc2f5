import { config } from "~/config.server";
import { type MailItem, renderMail } from "~/email/layout";
import { queueMail } from "~/email/outbox.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import type { Told } from "./digest.commands.server";
import { answerKey, clickAnswers, unsubscribeKey } from "./keys.server";
import type { KnownReader } from "./readers.server";

const absolute = (path: string): string => `${config().appUrl}${path}`;

/** Writes one mail with all this news and puts it in the outbox; answers its id. */
export function sendDigest(reader: KnownReader, told: readonly Told[]): string {
  return reader.providerId === null ? mailStaff(reader, told) : mailProvider(reader, reader.providerId, told);
}

/** A contact gets a page link, who signs in gets the plain address of the same place (design 3.5). */
function mailProvider(reader: KnownReader, providerId: string, told: readonly Told[]): string {
  const { locale, person, email } = reader;
  const t = translator(locale);
  const contactId = person.kind === "contact" ? person.id : undefined;
  const unsubscribeUrl = absolute(paths.unsubscribe(unsubscribeKey(person)));
  const mail = { kind: "digest", ownerId: ownerOf(told), providerId, contactId, locale, unsubscribeUrl, recipient: email ?? "" };
  return queueHostMail(mail, ({ name, plan }) => ({
    subject: t("notices:mail.subject", { name }),
    greeting: t("notices:mail.greeting", { name: reader.name }),
    paragraphs: [t("notices:mail.intro", { count: once(told).length })],
    button: { label: t("notices:mail.open"), url: plan() },
    items: once(told).map((one) => planItem(reader, one, plan)),
    foot: [t("notices:mail.why"), `${t("notices:mail.choose")} ${unsubscribeUrl}`],
  }));
}

function planItem(reader: KnownReader, { notice, topic }: Told, place: (step?: string) => string): MailItem {
  const t = translator(reader.locale);
  const { actionId } = topic;
  const at = now();
  const answers =
    actionId && notice.kind !== "comment" && reader.person.kind === "contact"
      ? clickAnswers.map((answer) => ({
          label: t(`notices:answers.${answer}`),
          url: absolute(paths.clickAnswer(answerKey(reader.person.id, actionId, { answer, at }))),
        }))
      : [];
  const open = { label: t("notices:mail.openStep"), url: place(actionId ?? undefined) };
  const due = topic.dueOn ? t("notices:mail.due", { day: formatDay(reader.locale, topic.dueOn, "spoken") }) : "";
  return {
    title: topic.title,
    text: [t(`notices:lines.${notice.kind}`), due, topic.text ? t("common:quoted", { text: topic.text }) : ""]
      .filter(Boolean)
      .join(" "),
    links: [open, ...answers],
  };
}

function mailStaff(reader: KnownReader, told: readonly Told[]): string {
  const t = translator(reader.locale);
  const off = absolute(paths.unsubscribe(unsubscribeKey(reader.person)));
  const mail = renderMail({
    locale: reader.locale,
    subject: t("notices:staff.subject", { count: once(told).length }),
    greeting: t("notices:mail.greeting", { name: reader.name }),
    paragraphs: [t("notices:staff.intro")],
    button: { label: t("notices:staff.open"), url: absolute(paths.today()) },
    items: once(told).map(({ notice, topic }) => ({
      title: topic.actionId ? `${topic.provider} · ${topic.title}` : topic.provider,
      text: [t(`notices:staff.${notice.kind}`), topic.text ? t("common:quoted", { text: topic.text }) : ""]
        .filter(Boolean)
        .join(" "),
      links: [
        {
          label: t("notices:staff.openOne"),
          url: absolute(topic.actionId ? paths.action(topic.actionId) : paths.helpRequest(notice.subjectId)),
        },
      ],
    })),
    foot: [t("notices:staff.why"), `${t("notices:mail.choose")} ${off}`],
  });
  const about = { kind: "digest", unsubscribeUrl: off };
  return queueMail({ ...about, ownerId: ownerOf(told), recipient: reader.email ?? "", ...mail });
}

/** The same action once, for its most pressing reason. */
function once(told: readonly Told[]): Told[] {
  const order = ["dueSoon", "comment", "answer", "request", "newSteps", "silentPlan", "workshop"];
  const sorted = [...told].sort((a, b) => order.indexOf(a.notice.kind) - order.indexOf(b.notice.kind));
  const seen = new Set<string>();
  return sorted.filter(({ notice, topic }) => {
    const key = topic.actionId ?? notice.subjectId;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const ownerOf = (told: readonly Told[]): string => told[0]?.notice.ownerId ?? "";
