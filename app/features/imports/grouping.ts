import { fold } from "~/lib/fold";
import type { ImportRecord } from "./model";
import type { Proposal, ProposalBasis } from "./plan.model";

/** A number or address shared by more listings than this is a switchboard or a booking office: it proves nothing. */
const switchboard = 8;

interface Candidate {
  position: number;
  name: string;
}

/**
 * Finds, among the new listings of one file, those of one operator (design 3.4): the same SIRET, or the
 * same e-mail and phone, are proposed as accepted; one of them, or the same person, is proposed only.
 */
export function groupFinder() {
  const seen = new Map<string, { basis: ProposalBasis; members: Candidate[] }>();
  return {
    add(position: number, record: ImportRecord): void {
      for (const { basis, key } of keysOf(record)) {
        const group = seen.get(`${basis} ${key}`) ?? { basis, members: [] };
        group.members.push({ position, name: record.name });
        seen.set(`${basis} ${key}`, group);
      }
    },
    /** Position of each listing that joins an earlier one, with its proposal. */
    proposals(): Map<number, Proposal> {
      const found = new Map<number, Proposal>();
      for (const basis of order) {
        for (const group of seen.values()) if (group.basis === basis && isGroup(group)) propose(group, found);
      }
      return found;
    },
  };
}

const order: readonly ProposalBasis[] = ["siret", "email_phone", "email", "phone", "contact"];

function keysOf(record: ImportRecord): { basis: ProposalBasis; key: string }[] {
  const [email, phone] = [record.emails[0]?.toLowerCase(), record.phones[0]];
  const keys: { basis: ProposalBasis; key: string }[] = [];
  if (record.siret) keys.push({ basis: "siret", key: record.siret });
  if (email && phone) keys.push({ basis: "email_phone", key: `${email} ${phone}` });
  if (email) keys.push({ basis: "email", key: email });
  if (phone) keys.push({ basis: "phone", key: phone });
  if (record.contactName?.includes(" ")) keys.push({ basis: "contact", key: `${fold(record.contactName)} ${record.postcode}` });
  return keys;
}

function isGroup({ basis, members }: { basis: ProposalBasis; members: Candidate[] }): boolean {
  return members.length > 1 && (basis === "siret" || members.length <= switchboard);
}

function propose({ basis, members }: { basis: ProposalBasis; members: Candidate[] }, found: Map<number, Proposal>): void {
  const [leader, ...others] = members;
  if (!leader) return;
  for (const { position } of others) {
    if (found.has(position)) continue;
    found.set(position, {
      kind: "operator",
      basis,
      providerId: null,
      establishmentId: null,
      leader: found.get(leader.position)?.leader ?? leader.position,
      name: leader.name,
      isAccepted: basis === "siret" || basis === "email_phone",
    });
  }
}
