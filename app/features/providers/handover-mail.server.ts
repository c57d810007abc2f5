import { config } from "~/config.server";
import { renderMail } from "~/email/layout";
import { formatDay } from "~/i18n/format";
import { type Locale, type Translate, translator } from "~/i18n/translate";
import { paths } from "~/paths";

interface Matter {
  from: string;
  to: string;
  startsOn: string;
  note: string;
  /** About one provider each; for whoever takes over alone. */
  words: readonly { providerId: string; name: string; text: string }[];
  count: number;
  /** Whether the reader takes over. */
  isNext: boolean;
  toUserId: string;
}

/** « Des prestataires vous sont confiés », and the same to who hands over. */
export function handoverMail(reader: { name: string; locale: Locale }, matter: Matter) {
  const t = translator(reader.locale);
  const values = {
    from: matter.from,
    to: matter.to,
    day: formatDay(reader.locale, matter.startsOn, "spoken"),
    count: matter.count,
  };
  return renderMail({
    locale: reader.locale,
    subject: t(matter.isNext ? "handover:mail.subjectNext" : "handover:mail.subjectFormer"),
    greeting: t("handover:mail.greeting", { name: reader.name }),
    paragraphs: [
      t(matter.isNext ? "handover:mail.next" : "handover:mail.former", values),
      ...(matter.note ? [t("common:quoted", { text: matter.note })] : []),
    ],
    button: { label: t("handover:mail.open"), url: `${config().appUrl}${paths.providers({ referent: matter.toUserId })}` },
    items: matter.isNext ? matter.words.map((word) => itemOf(word, t)) : [],
    after: [t("handover:mail.kept")],
    foot: [t("handover:mail.why")],
  });
}

const itemOf = ({ providerId, name, text }: Matter["words"][number], t: Translate) => ({
  title: name,
  text: t("common:quoted", { text }),
  links: [{ label: t("handover:mail.record"), url: `${config().appUrl}${paths.provider(providerId)}` }],
});
