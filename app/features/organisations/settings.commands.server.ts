import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { can } from "~/access/can";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { organisationCommunes, organisations } from "~/db/schema/organisations.server";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { parsePhone } from "~/lib/phone";
import type { CommunesInput, SettingsInput } from "./form";
import { listCurrentCodes } from "./settings.queries.server";

export type OwnOffice = Authorized<{ id: string; ownerId: string }, "organisation.settings">;

/**
 * Saves an organisation's settings; answers whether the limit of a short advice (minutes) moved, since
 * figures follow it. Throws RuleError `phone`, ConflictError, ForbiddenError for a kind that only an administrator changes.
 */
export function saveSettings(actor: Actor, office: OwnOffice, input: SettingsInput): { isLimitMoved: boolean } {
  const phone = readPhone(input.phone);
  return run(actor, commandOf("organisation.changeSettings", office, input), ({ revise }) => {
    const saved = readOrganisation(office.id);
    if (saved.version !== input.version) throw new ConflictError("version", saved);
    const kind = input.kind ?? saved.kind;
    if (kind !== saved.kind && !can(actor, "organisation.create", {})) throw new ForbiddenError("organisation.create");
    revise("organisation", saved);
    db()
      .update(organisations)
      .set({ ...columnsOf(input), phone, kind, version: saved.version + 1 })
      .where(eq(organisations.id, office.id))
      .run();
    return { isLimitMoved: input.shortAdviceMinutes !== saved.shortAdviceMinutes };
  });
}

/** Lets the coordinator of the territory see named providers, or no longer; each has its own audit entry. */
export function shareNamedProviders(actor: Actor, office: OwnOffice, isShared: boolean): void {
  const name = isShared ? "organisation.shareNamedProviders" : "organisation.keepNamedProviders";
  run(actor, commandOf(name, office, null), ({ revise }) => {
    const saved = readOrganisation(office.id);
    if (saved.sharesNamedProviders === isShared) return;
    revise("organisation", saved);
    db()
      .update(organisations)
      .set({ sharesNamedProviders: isShared, version: saved.version + 1 })
      .where(eq(organisations.id, office.id))
      .run();
  });
}

/** Adds communes, one by one or a whole EPCI, or removes one; how many were added. Throws RuleError `unknownCommune`. */
export function changeCommunes(actor: Actor, office: OwnOffice, input: CommunesInput): { added: number } {
  return run(actor, commandOf("organisation.changeCommunes", office, input), () => {
    if (input.remove) {
      const row = and(eq(organisationCommunes.organisationId, office.id), eq(organisationCommunes.inseeCode, input.remove));
      db().delete(organisationCommunes).where(row).run();
      return { added: 0 };
    }
    const codes = listCurrentCodes(input.communes, input.epci);
    if (codes.length === 0) throw new RuleError("unknownCommune");
    let added = 0;
    for (const inseeCode of codes) {
      const row = { organisationId: office.id, inseeCode };
      added += db().insert(organisationCommunes).values(row).onConflictDoNothing().run().changes;
    }
    return { added };
  });
}

function readPhone(typed: string | undefined): string | null {
  if (!typed) return null;
  const phone = parsePhone(typed);
  if (!phone) throw new RuleError("phone", {}, "phone");
  return phone;
}

/** A field left empty is emptied. */
function columnsOf(input: SettingsInput) {
  const { category = null, email = null, website = null, address = null, hourCostCents = null, ...rest } = input;
  return { ...rest, category, email, website, address, hourCostCents };
}

function commandOf(name: string, office: OwnOffice, input: unknown) {
  return { name, id: office.id, input, ownerId: office.id, isOnce: false };
}

function readOrganisation(id: string) {
  const saved = db().select().from(organisations).where(eq(organisations.id, id)).get();
  if (!saved) throw new NotFoundError("organisation");
  return saved;
}
