/** What a provider may propose to correct in its own record. */
export const proposalFields = {
  establishment: ["name", "street", "postcode", "capacity", "registrationNumber"],
  contact: ["name", "function", "email", "phone"],
} as const;
export const correctedFields = [...new Set([...proposalFields.establishment, ...proposalFields.contact])];
export type ProposalField = (typeof correctedFields)[number];
