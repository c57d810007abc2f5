import { fold } from "~/lib/fold";
import { dig, get, list, text } from "~/lib/json-values";
import type { ImportRecord } from "../model";
import { emailsIn, socialPage, sortLinks } from "./contact-ways";
import { phonesOf } from "./phones";

type Ways = Pick<ImportRecord, "phones" | "emails" | "website" | "bookingUrl" | "socials" | "marketplaces">;
type WayKind = "phone" | "email" | "site" | "booking" | "facebook" | "instagram" | "x" | "page" | "other";

/** How a listing is reached: its own « moyens de communication », and those of its booking bodies for the booking page. */
export function apidaeWays(value: unknown): Ways {
  const own = list(dig(value, "informations", "moyensCommunication")).map(wayOf);
  const bodies = list(dig(value, "reservation", "organismes"));
  const booking = bodies.flatMap((body) => list(get(body, "moyensCommunication")).map(wayOf));
  const of = (ways: Way[], ...kinds: WayKind[]) => ways.filter((way) => kinds.includes(way.kind)).flatMap((way) => way.said);
  const links = sortLinks([...of(own, "site"), ...of(own, "page")], [...of(booking, "site", "booking"), ...of(own, "booking")]);
  const socials = { ...links.socials };
  for (const service of ["facebook", "instagram", "x"] as const) {
    const page = of(own, service)
      .map((raw) => socialPage(service, raw))
      .find((one) => one !== null);
    if (page) socials[service] = page;
  }
  return {
    ...links,
    phones: phonesOf(of(own, "phone")),
    emails: emailsIn(of(own, "email")),
    socials,
  };
}

interface Way {
  kind: WayKind;
  said: string[];
}

function wayOf(way: unknown): Way {
  const type = get(way, "type");
  const told = get(way, "coordonnees");
  const said = text(get(told, "fr")) ?? text(told) ?? text(Object.values(typeof told === "object" && told ? told : {}));
  return { kind: kindOfWay(text(get(type, "id")), text(get(type, "libelleFr"))), said: said === null ? [] : [said] };
}

function kindOfWay(id: string | null, label: string | null): WayKind {
  const known = wayKinds.get(id ?? "");
  if (known) return known;
  const folded = fold(label ?? "");
  return wayWords.find(([pattern]) => pattern.test(folded))?.[1] ?? "other";
}

const wayKinds: ReadonlyMap<string, WayKind> = new Map([
  ["201", "phone"],
  ["206", "phone"],
  ["202", "other"],
  ["204", "email"],
  ["205", "site"],
  ["3769", "site"],
  ["207", "facebook"],
  ["7221", "instagram"],
  ["3755", "x"],
  ["4000", "page"],
  ["3789", "page"],
  ["4007", "page"],
]);

const wayWords: readonly (readonly [RegExp, WayKind])[] = [
  [/fax|telecop/, "other"],
  [/facebook/, "facebook"],
  [/instagram/, "instagram"],
  [/twitter|^x$/, "x"],
  [/reservation/, "booking"],
  [/site|web|url/, "site"],
  [/mel|mail|courriel/, "email"],
  [/telephone|portable|mobile/, "phone"],
  [/tripadvisor|google|yelp|youtube|tiktok|linkedin|pinterest/, "page"],
];
