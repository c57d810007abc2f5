import type { Actor } from "~/access/actor";
import { listProvidersById, searchProviders } from "~/features/providers/queries.server";
import { themeCodes } from "~/features/themes/model";
import { formatDuration } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import type { EstablishmentKind } from "~/lib/vocabulary";
import type { SessionFormData } from "./components/session-form";
import { durationPresets } from "./model";

interface FormAsked {
  id: string;
  office: { id: string; defaultDurations: number[] };
  providerIds: readonly string[];
  values: Record<string, string>;
  isSearching?: boolean;
}

/** What the session form shows: who is picked, the lists of its choices, a search's answer. */
export function readSessionForm(actor: Actor, { id, office, providerIds, values, isSearching }: FormAsked): SessionFormData {
  const t = translator(actor.locale);
  const describe = (row: { id: string; name: string; kind: EstablishmentKind; commune: string | null }) => ({
    id: row.id,
    name: row.name,
    context: [t(`kinds:${row.kind}`), row.commune].filter(Boolean).join(", "),
  });
  const durations = office.defaultDurations.length > 0 ? office.defaultDurations : durationPresets;
  const found = isSearching ? searchProviders(actor, values.who ?? "", office.id) : [];
  return {
    id,
    officeId: office.id,
    picked: listProvidersById(actor, providerIds, "provider.coach").map(describe),
    results: isSearching ? { found: t("coaching:form.results", { count: found.length }), rows: found.map(describe) } : undefined,
    values,
    themes: themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`) })),
    durations: durations.map((minutes) => ({ minutes, label: formatDuration(minutes) })),
  };
}
