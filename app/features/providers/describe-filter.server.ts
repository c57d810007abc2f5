import type { Actor } from "~/access/actor";
import { listCommuneNames } from "~/features/organisations/communes.queries.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { translator } from "~/i18n/translate";
import type { ProviderQuery } from "./filter.server";
import { listReferents } from "./referents.queries.server";

/** Each filter in use as its name and its value in words, for whoever reads the file later. */
export function describeProviderQuery(actor: Actor, asked: ProviderQuery): [string, string][] {
  const named = [...placeAndPeople(actor, asked), ...conditions(actor, asked)];
  return named.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

type Named = [name: string, value: string | undefined];

function placeAndPeople(actor: Actor, asked: ProviderQuery): Named[] {
  const t = translator(actor.locale);
  const offices = listOrganisationsWhere(actor, "provider.list").filter((one) => !asked.office || one.id === asked.office);
  const referent = listReferents(actor).find((one) => one.id === asked.referent)?.name;
  const commune = asked.commune ? listCommuneNames([asked.commune]).get(asked.commune) : undefined;
  return [
    [t("providers:file.office"), offices.map((one) => one.name).join(", ")],
    [t("providers:columns.commune"), commune ?? asked.commune],
    [t("providers:columns.referent"), referent ?? asked.referent],
  ];
}

function conditions({ locale }: Actor, asked: ProviderQuery): Named[] {
  const t = translator(locale);
  return [
    [t("providers:file.words"), asked.q],
    [t("providers:filters.kind"), asked.kind && t(`kinds:${asked.kind}`)],
    [t("providers:filters.theme"), asked.theme && t(`themes:${asked.theme}.name`)],
    [t("providers:filters.met"), asked.met && t(`providers:file.met.${asked.met}`)],
    [t("providers:file.unseen"), asked.unseenMonths?.toString()],
    [t("providers:file.partner"), asked.partner && t(`common:${asked.partner}`)],
    [t("providers:file.tag"), asked.tag && t("common:yes")],
  ];
}
