import { fold } from "~/lib/fold";
import type { ImportRecord } from "../model";
import { emailsIn, socialPage, sortLinks } from "./contact-ways";
import { phonesOf } from "./phones";

export type Ways = Pick<ImportRecord, "phones" | "emails" | "website" | "bookingUrl" | "socials" | "marketplaces">;
export type WayKind = "phone" | "email" | "site" | "booking" | (typeof networks)[number] | "page" | "other";

export interface Way {
  kind: WayKind;
  said: string;
}

const networks = ["facebook", "instagram", "x"] as const;

/** Ways to reach a business, sorted: `booking` are those of whoever takes its bookings. */
export function sortWays(own: readonly Way[], booking: readonly Way[] = []): Ways {
  const of = (ways: readonly Way[], ...kinds: WayKind[]) => ways.filter((way) => kinds.includes(way.kind)).map((way) => way.said);
  const links = sortLinks(
    [...of(own, "site"), ...of(own, "page")],
    [...of(booking, "site", "booking", "page"), ...of(own, "booking")],
  );
  const socials = { ...links.socials };
  for (const service of networks) {
    const page = of(own, service)
      .map((raw) => socialPage(service, raw))
      .find((one) => one !== null);
    if (page) socials[service] = page;
  }
  return { ...links, socials, phones: phonesOf(of(own, "phone")), emails: emailsIn(of(own, "email")) };
}

/** What the French name of a way says it is: « Téléphone filaire », « Mél », « Site web (URL) ». */
export function wayOfWords(words: string | null): WayKind {
  const folded = fold(words ?? "");
  return wayWords.find(([pattern]) => pattern.test(folded))?.[1] ?? "other";
}

const wayWords: readonly (readonly [RegExp, WayKind])[] = [
  [/fax|telecop/, "other"],
  [/facebook/, "facebook"],
  [/instagram/, "instagram"],
  [/twitter|^(?:url )?x$/, "x"],
  [/tripadvisor|google|yelp|youtube|tiktok|linkedin|pinterest/, "page"],
  [/reservation|resa\b|billetterie/, "booking"],
  [/\bmel\b|mail|courriel/, "email"],
  [/site|web|url|internet/, "site"],
  [/tel|portable|mobile|gsm/, "phone"],
];
