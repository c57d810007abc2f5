import type { Actor } from "~/access/actor";
import { listOfficeDeclarations } from "~/features/figures/network.queries.server";
import { formatDay, formatHours, formatNumber } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn, monthOf } from "~/lib/dates";
import { paths } from "~/paths";
import type { FieldSpec } from "~/ui/record-form";
import type { AbsentOffice } from "./network.queries.server";

/** The months declared for an absent office, the last first, and the form of one more. */
export function describeDeclarations(actor: Actor, office: AbsentOffice) {
  const { locale } = actor;
  const t = translator(locale);
  const last = monthOf(dayIn(office.zone, now()));
  const counts = (["sessions", "supports", "hours", "reached"] as const).map(
    (name): FieldSpec => ({
      name,
      label: t(`network:declaration.fields.${name}`),
      control: "text",
      value: "",
      isRequired: true,
    }),
  );
  const months = Array.from({ length: 24 }, (_, back) => monthBack(last, back));
  const month: FieldSpec = {
    name: "month",
    label: t("network:declaration.fields.month"),
    control: "select",
    value: months[1] ?? last,
    isRequired: true,
    options: months.map((value) => ({ value, label: formatDay(locale, value, "month") })),
  };
  return {
    name: office.name,
    fields: [month, ...counts],
    rows: listOfficeDeclarations(office.id).map((row) => {
      const label = formatDay(locale, row.month, "month");
      return {
        month: row.month,
        label,
        cells: [
          formatNumber(locale, row.sessions),
          formatNumber(locale, row.supports),
          formatHours(locale, row.minutes),
          formatNumber(locale, row.reached),
        ],
        withdraw: t("network:declaration.withdrawOf", { month: label }),
      };
    }),
    back: paths.network(),
  };
}

function monthBack(month: string, back: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - back;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
