import type { EstablishmentKind, importSources } from "~/lib/vocabulary";

export type ImportSource = (typeof importSources)[number];
export type Verdict = "new" | "changed" | "unchanged" | "skipped" | "wrong";

/** One listing of a source, brought to our own terms (domain 2.4); texts trimmed, empty ones left out. */
export interface ImportRecord {
  source: ImportSource;
  /** The information system's own id: the match key across flows. */
  externalId: string;
  /** Other ids of the same listing (a flow's URI, an older identifier). */
  otherIds: string[];
  name: string;
  /** null where the type is none of ours: the reason says why it is skipped. */
  kind: EstablishmentKind | null;
  street: string | null;
  postcode: string | null;
  communeName: string | null;
  /** As the source writes it; a merged commune is resolved when the record is planned. */
  inseeCode: string | null;
  latitude: number | null;
  longitude: number | null;
  /** E.164. */
  phones: string[];
  emails: string[];
  /** The own site only: marketplaces, social networks and booking engines are sorted out of it. */
  website: string | null;
  bookingUrl: string | null;
  /** facebook, instagram, x, youtube, tiktok, linkedin, pinterest → address. */
  socials: Record<string, string>;
  /** booking, airbnb, tripadvisor, logis, gites-de-france… → address. */
  marketplaces: Record<string, string>;
  labels: { label: string; rating: string | null }[];
  contactName: string | null;
  siret: string | null;
  capacity: number | null;
  ownerName: string | null;
  /** ISO day. */
  updatedOn: string | null;
  /** Set by the reader when it must not become a provider: a key of the `imports` texts. */
  skip: SkipReason | null;
}

export const skipReasons = [
  "event",
  "nature",
  "tour",
  "public_place",
  "unknown_type",
  "unpublished",
  "no_name",
  "no_id",
  "malformed",
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What a reader answers: the records, and the ids that the source's deletion list names. */
export interface ReadResult {
  records: ImportRecord[];
  deletedIds: string[];
}
