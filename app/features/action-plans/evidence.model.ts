import { addMonths } from "~/lib/dates";
import type { channelKinds, channelStates, EstablishmentKind } from "~/lib/vocabulary";

/** What a record may say that asks for a measure; `…Unknown` is what nobody noted: to ask, not a fault. */
export const evidenceCodes = [
  "websiteUnknown",
  "websiteAbsent",
  "websiteBroken",
  "websiteDormant",
  "websitePlainHttp",
  "googleProfileUnknown",
  "googleProfileAbsent",
  "googleProfileToClaim",
  "googleProfileDormant",
  "bookingUnknown",
  "bookingAbsent",
  "bookingBroken",
  "reviewsUnknown",
  "reviewsAbsent",
  "reviewsToClaim",
  "reviewsDormant",
  "socialUnknown",
  "socialAbsent",
  "socialToClaim",
  "socialDormant",
  "socialBroken",
  "marketplaceToClaim",
  "marketplaceDormant",
  "marketplaceBroken",
  "checkOld",
  "listingRemoved",
  "monthsUnknown",
  "registrationUnknown",
  "frenchAlone",
  "labelEnds",
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

/** One thing that is known, or not known, of one establishment, with what a reader needs to check it. */
export interface Evidence {
  code: EvidenceCode;
  place: { id: string; name: string; kind: EstablishmentKind };
  /** False where nothing was noted: it is asked, never held against anybody. */
  isNoted: boolean;
  /** The day (ISO) that it was seen, or that something ends. */
  day?: string | undefined;
  /** The service or the label that it is about. */
  about?: string | undefined;
}

type ChannelKind = (typeof channelKinds)[number];

export interface RecordedChannel {
  kind: ChannelKind;
  service: string | null;
  url: string | null;
  state: (typeof channelStates)[number];
  checkedOn: string | null;
}

export interface RecordedPlace {
  id: string;
  name: string;
  kind: EstablishmentKind;
  channels: readonly RecordedChannel[];
  openingMonths: readonly number[];
  /** ISO 639-1. */
  languages: readonly string[];
  registrationNumber: string | null;
  labels: readonly { label: string; endsOn: string | null }[];
  /** The day that the source's deletion list named it. */
  removedBySourceOn: string | null;
}

/** Months after which what was checked is to be checked again, and before its end that a label is prepared. */
const oldMonths = 12;
const labelMonths = 6;

/** What is said of each state of a channel, by its kind; a state left out asks for nothing. */
const channelCodes: Record<ChannelKind, Partial<Record<RecordedChannel["state"], EvidenceCode>>> = {
  website: { absent: "websiteAbsent", broken: "websiteBroken", dormant: "websiteDormant" },
  google_profile: { absent: "googleProfileAbsent", to_claim: "googleProfileToClaim", dormant: "googleProfileDormant" },
  booking_tool: { absent: "bookingAbsent", broken: "bookingBroken" },
  review_site: { absent: "reviewsAbsent", to_claim: "reviewsToClaim", dormant: "reviewsDormant" },
  social: { absent: "socialAbsent", to_claim: "socialToClaim", dormant: "socialDormant", broken: "socialBroken" },
  marketplace: { to_claim: "marketplaceToClaim", dormant: "marketplaceDormant", broken: "marketplaceBroken" },
};

/** What is asked where no channel of the kind is recorded. */
const unknownCodes = {
  website: "websiteUnknown",
  google_profile: "googleProfileUnknown",
  booking_tool: "bookingUnknown",
  review_site: "reviewsUnknown",
  social: "socialUnknown",
} as const satisfies Partial<Record<ChannelKind, EvidenceCode>>;

/**
 * What the record of one establishment says on a day (ISO). A kind of channel with one that works has
 * no lack of it: a dormant second page beside a living one is told, a missing one is not.
 */
export function evidenceOf(place: RecordedPlace, today: string): Evidence[] {
  const { id, name, kind } = place;
  const said = [...ofChannels(place.channels), ...ofChecks(place.channels, today), ...ofFacts(place), ...ofLabels(place, today)];
  return said.map((one) => ({ isNoted: true, ...one, place: { id, name, kind } }));
}

type Said = Pick<Evidence, "code" | "day" | "about"> & { isNoted?: false };

function ofChannels(channels: readonly RecordedChannel[]): Said[] {
  const noted = channels.flatMap((channel): Said[] => {
    const code = channelCodes[channel.kind][channel.state];
    const isCovered = channel.state === "absent" && channels.some((other) => other.kind === channel.kind && works(other));
    return code && !isCovered ? [{ code, ...proofOf(channel) }] : [];
  });
  const plain = channels.filter((one) => one.kind === "website" && works(one) && /^http:/i.test(one.url ?? ""));
  const unknown = Object.entries(unknownCodes)
    .filter(([kind]) => !channels.some((channel) => channel.kind === kind && isSaid(channel)))
    .map(([, code]): Said => ({ code, isNoted: false }));
  return [...noted, ...plain.map((one): Said => ({ code: "websitePlainHttp", ...proofOf(one) })), ...unknown];
}

const works = ({ state, url }: RecordedChannel) => state !== "absent" && state !== "broken" && Boolean(url);
/** A Google profile whose holder nobody checked says nothing yet; an address of any other kind does. */
const isSaid = ({ kind, state, url }: RecordedChannel) => state !== "unknown" || (kind !== "google_profile" && Boolean(url));
const proofOf = ({ checkedOn, service }: RecordedChannel) => ({ day: checkedOn ?? undefined, about: service ?? undefined });

/** The oldest check of what is held to work, once a year has passed. */
function ofChecks(channels: readonly RecordedChannel[], today: string): Said[] {
  const days = channels.filter(works).flatMap(({ checkedOn }) => checkedOn ?? []);
  const [oldest] = days.toSorted();
  return oldest && oldest < addMonths(today, -oldMonths) ? [{ code: "checkOld", day: oldest }] : [];
}

function ofFacts(place: RecordedPlace): Said[] {
  const said: Said[] = [];
  if (place.removedBySourceOn) said.push({ code: "listingRemoved", day: place.removedBySourceOn });
  if (place.languages.length === 1 && place.languages[0] === "fr") said.push({ code: "frenchAlone" });
  if (place.openingMonths.length === 0) said.push({ code: "monthsUnknown", isNoted: false });
  if (!place.registrationNumber) said.push({ code: "registrationUnknown", isNoted: false });
  return said;
}

function ofLabels({ labels }: RecordedPlace, today: string): Said[] {
  const limit = addMonths(today, labelMonths);
  return labels.flatMap(({ label, endsOn }): Said[] =>
    endsOn && endsOn <= limit ? [{ code: "labelEnds", day: endsOn, about: label }] : [],
  );
}
