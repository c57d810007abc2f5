import { type Locale, translator } from "~/i18n/translate";
import { channelKinds, channelStates } from "~/lib/vocabulary";
import type { FieldSpec } from "~/ui/record-form";

interface Shown {
  kind: string;
  service: string | null;
  url: string | null;
  state: string;
  checkedOn: string | null;
}

/** The fields of a channel's form, filled with what is saved; for a new one, checked today. */
export function channelFields(locale: Locale, saved: Partial<Shown>): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      name: "kind",
      label: t("records:channel.kind"),
      control: "select",
      value: saved.kind ?? "website",
      isRequired: true,
      options: channelKinds.map((kind) => ({ value: kind, label: t(`channels:kinds.${kind}`) })),
    },
    { name: "url", label: t("records:channel.url"), control: "url", value: saved.url ?? "" },
    {
      name: "service",
      label: t("records:channel.service"),
      control: "text",
      value: saved.service ?? "",
      hint: t("records:channel.serviceHint"),
    },
    {
      name: "state",
      label: t("records:channel.state"),
      control: "select",
      value: saved.state ?? "active",
      isRequired: true,
      options: channelStates.map((state) => ({ value: state, label: t(`channels:states.${state}`) })),
    },
    { name: "checkedOn", label: t("records:channel.checkedOn"), control: "date", value: saved.checkedOn ?? "" },
  ];
}
