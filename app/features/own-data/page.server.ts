import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { listOpenProposals } from "~/features/providers/proposals.queries.server";
import { formatDay, formatInstant } from "~/i18n/format";
import { type Catalogue, type Locale, textsOf, translator } from "~/i18n/translate";
import { fill } from "~/i18n/use-texts";
import { formatPhone } from "~/lib/phone";
import type { DataRequestLine, ProposalLine } from "./components/request-lists";
import { listOpenRequests, listOwnRequests, listPurges } from "./requests.queries.server";

type Field = keyof Catalogue["ownData"]["fields"];

/** What waits for the office: corrections proposed, requests about data. */
export function describeRequests(actor: Actor): { proposals: ProposalLine[]; requests: DataRequestLine[] } {
  const t = translator(actor.locale);
  return {
    proposals: listOpenProposals(actor).map(({ proposal, provider }) => ({
      id: proposal.id,
      provider,
      field: fieldName(actor.locale, proposal.field),
      before: proposal.oldValue ?? "—",
      after: proposal.newValue ?? "",
      comment: proposal.comment,
    })),
    requests: listOpenRequests(actor).map(({ request, provider }) => ({
      id: request.id,
      provider,
      kind: request.kind,
      title: t(`ownData:kinds.${request.kind}`),
      due: t("ownData:requests.due", { day: formatDay(actor.locale, request.dueOn) }),
      text: request.text,
    })),
  };
}

/** What a host asked about its data, when, and what came of it. */
export function describeOwnRequests(actor: Actor, providerId: string) {
  const t = translator(actor.locale);
  return listOwnRequests(actor, providerId).map((row) => {
    const at = formatInstant(actor.locale, row.createdAt, zoneOf(row.ownerId));
    const told = [t(`ownData:kinds.${row.kind}`), at, t(`ownData:requestStates.${row.state}`), row.reply];
    return { id: row.id, text: told.filter(Boolean).join(" · ") };
  });
}

/** A field of a record by its name. */
export function fieldName(locale: Locale, field: string): string {
  const { fields } = textsOf(locale, "ownData").ownData;
  const isField = (name: string): name is Field => name in fields;
  return isField(field) ? fields[field] : field;
}

/** The log of what was purged, in words. */
export function describePurges(actor: Actor) {
  const t = translator(actor.locale);
  return listPurges(actor).map((row) => ({
    id: row.id,
    when: formatInstant(actor.locale, row.createdAt, zoneOf(row.ownerId)),
    reason: t(`ownData:privacy.reasons.${row.reason}`),
    what: t("ownData:privacy.whatText", { contacts: row.contacts, comments: row.comments, files: row.files }),
    kept: t("ownData:privacy.keptText", { count: row.sessionsKept }),
  }));
}

/** The record of processing that an office copies (GDPR, article 30), with its own name, address and duration. */
export function describeSheet(actor: Actor) {
  const { id } = getWorkplace(actor, "ownData.log");
  const { rows } = textsOf(actor.locale, "ownData").ownData.privacy;
  const office = db().select().from(organisations).where(eq(organisations.id, id)).get();
  const values = {
    office: [office?.name, office?.address, office?.email, formatPhone(office?.phone)].filter(Boolean).join(", "),
    months: office?.retentionMonths ?? 0,
  };
  return Object.values(rows).map(({ name, text }) => ({ name, text: fill(text, values) }));
}
