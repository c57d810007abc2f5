import type { Actor } from "~/access/actor";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay, formatNumber } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { letterHtml, letterText } from "./letter.model";
import { canBeAsked, isReader, listConsenting } from "./letter-readers.queries.server";
import { countDeliveries, type getLetter, listItemsOfLetter, listLetters } from "./letters.queries.server";
import { listWatch } from "./watch.queries.server";

type Letter = ReturnType<typeof getLetter>;

/** The letters of the office, one line each. */
export const describeLetters = (actor: Actor) =>
  listLetters(actor).map((letter) => ({
    id: letter.id,
    to: paths.letter(letter.id),
    subject: letter.subject,
    context: contextOf(actor.locale, letter),
  }));

/** A letter to look over, to copy and to send. */
export function describeLetter(actor: Actor, letter: Letter) {
  const { locale } = actor;
  const t = translator(locale);
  const items = listItemsOfLetter(letter);
  const consenting = listConsenting(letter);
  const counts = { all: consenting.length, confirmed: consenting.filter(isReader).length };
  const toAsk = listConsenting({ ownerId: letter.ownerId, forKind: null }).filter(canBeAsked).length;
  return {
    id: letter.id,
    subject: letter.subject,
    intro: letter.intro.split(/\n{2,}/).filter(Boolean),
    items: items.map(({ id, title, url, summary }) => ({ id, title, url, text: summary })),
    context: contextOf(locale, letter),
    isSent: letter.sentAt !== null,
    copy: { text: letterText(items, letter.intro), html: letterHtml(items, letter.intro) },
    people: t("letters:consenting", { all: formatNumber(locale, counts.all), confirmed: formatNumber(locale, counts.confirmed) }),
    send: { label: t("letters:sendNow", { count: counts.confirmed }), isOff: counts.confirmed === 0 },
    ask: { label: t("letters:askNow", { count: toAsk }), isOff: toAsk === 0 },
    became: deliveriesOf(locale, letter),
  };
}

/** What the form of a letter shows: what is saved or proposed, and the news to choose from. */
export function letterForm(actor: Actor, saved?: Letter) {
  const { kinds } = textsOf(actor.locale, "kinds");
  const rows = listWatch(actor, {}).rows.filter((item) => !saved || item.ownerId === saved.ownerId);
  return {
    news: rows.map(({ id, title, publishedOn }) => ({ id, title, day: formatDay(actor.locale, publishedOn) })),
    kinds: establishmentKinds.map((code) => ({ code, name: kinds[code] })),
    values: { subject: saved?.subject ?? "", intro: saved?.intro ?? "", forKind: saved?.forKind ?? "" },
    chosen: saved?.itemIds ?? [],
  };
}

function contextOf(locale: Locale, letter: Letter): string {
  const t = translator(locale);
  const { kinds } = textsOf(locale, "kinds");
  const known = establishmentKinds.find((kind) => kind === letter.forKind);
  const state = letter.sentAt
    ? t("letters:sentOn", { day: formatDay(locale, dayAt(letter.ownerId, letter.sentAt)) })
    : t("letters:draft");
  const whom = known ? kinds[known] : t("library:allKinds");
  return [state, whom, t("letters:news", { count: letter.itemIds.length })].join(" · ");
}

function deliveriesOf(locale: Locale, letter: Letter) {
  const { states } = textsOf(locale, "letters").letters;
  const counts = countDeliveries(letter.id);
  return (["sent", "waiting", "sending", "failed", "uncertain"] as const)
    .map((state) => ({ label: states[state], count: counts.get(state) ?? 0 }))
    .filter(({ count }) => count > 0);
}
