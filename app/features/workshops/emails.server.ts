import type { Letter } from "~/features/accounts/host-mail.commands.server";
import { formatInstant } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";

export const letterKinds = [
  "registered",
  "waiting",
  "offered",
  "expired",
  "cancelled",
  "cancelled_by_office",
  "changed",
  "called_off",
  "reminder",
  "again",
  "certificate",
  "certificate_withdrawn",
  "feedback_end",
  "feedback_later",
] as const;
export type LetterKind = (typeof letterKinds)[number];

export interface LetterMatter {
  locale: Locale;
  name: string;
  title: string;
  office: string;
  dates: readonly string[];
  /** Null: online. */
  place: string | null;
  video: string | null;
  bring: string;
  price: string;
  /** When the offered seat goes on to the next. */
  until: number | null;
  zone: string;
  url: string | null;
  lines: readonly string[];
}

/** One of the messages about a registration, in the person's language. */
export function workshopLetter(kind: LetterKind, matter: LetterMatter): Letter {
  const { locale, name, title, office, url } = matter;
  const t = translator(locale);
  const until = matter.until === null ? "" : formatInstant(locale, matter.until, matter.zone);
  return {
    subject: t(`workshopMails:${kind}.subject`, { title }),
    greeting: t("mails:hello", { name }),
    paragraphs: [
      t(`workshopMails:${kind}.intro`, { title, until, office }),
      ...matter.lines,
      ...(isPast(kind) ? [] : practicalLines(locale, matter)),
    ],
    ...(url ? { button: { label: t(`workshopMails:${kind}.button`), url } } : {}),
    foot: [t("workshopMails:why", { office })],
  };
}

const isPast = (kind: LetterKind) => kind.startsWith("feedback") || kind.startsWith("certificate");

/** Dates, place and what to know, as one paragraph. */
export function practicalLines(
  locale: Locale,
  matter: Pick<LetterMatter, "dates" | "place" | "video" | "bring" | "price">,
): string[] {
  const t = translator(locale);
  const lines = [
    matter.dates.join("\n"),
    matter.place ? t("workshopMails:place", { place: matter.place }) : "",
    matter.video ? t("workshopMails:video", { url: matter.video }) : "",
    matter.bring ? t("workshopMails:bring", { bring: matter.bring }) : "",
    matter.price ? t("workshopMails:price", { price: matter.price }) : "",
  ];
  return [lines.filter(Boolean).join("\n")];
}
