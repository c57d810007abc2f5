import { minutesShown } from "~/i18n/format";
import type { DashboardAsked, DashboardData } from "./queries.server";
import type { Words } from "./words.server";

const parts = ["contact", "preparation", "travel", "otherWork"] as const;

/** Hours used against hours granted: a sentence, one bar cut into its parts, and a row a facilitator. */
export function describeHours({ isDetailed, narrowing }: DashboardAsked, data: DashboardData, words: Words) {
  const { t, number, hours, share } = words;
  const sum = (key: (typeof parts)[number] | "used" | "granted") => data.hours.reduce((total, one) => total + one[key], 0);
  const used = sum("used");
  // Hours are granted to a person, not to a theme or a commune: under such a filter only what was used is said.
  const { facilitator: _, ...others } = narrowing;
  const granted = Object.values(others).some((value) => value !== undefined) ? 0 : sum("granted");
  const left = minutesShown(granted) - minutesShown(used);
  const sentence =
    granted === 0
      ? [t("dashboard:hours.usedOnly", { used: hours(used) })]
      : [
          t("dashboard:hours.granted", { used: hours(used), granted: hours(granted), share: share(used, granted) }),
          left >= 0 ? t("dashboard:hours.left", { left: hours(left) }) : t("dashboard:hours.over", { over: hours(-left) }),
        ];
  return {
    sentence: sentence.join(" "),
    used,
    usedText: t("dashboard:hours.used", { hours: hours(used) }),
    granted,
    grantedText: t("dashboard:hours.grantedBar", { hours: hours(granted) }),
    parts: parts.map((key) => ({
      label: key === "contact" ? t("dashboard:hours.inSessions") : words.name(key),
      value: sum(key),
      valueText: used === 0 ? hours(0) : t("dashboard:hours.part", { value: hours(sum(key)), share: share(sum(key), used) }),
    })),
    kilometres: t("dashboard:hours.kilometres", { number: number(data.totals.kilometres) }),
    help: [
      { term: t("dashboard:hours.inSessions"), text: t("dashboard:hours.inSessionsHelp") },
      ...words.help(["used", ...parts, "granted", "kilometres"]),
    ],
    facilitators: isDetailed
      ? data.hours.map((one) => ({
          label: one.name,
          to: words.sessions({ facilitator: one.facilitatorId }),
          sessions: number(one.sessions),
          contact: hours(one.contact),
          used: hours(one.used),
          granted: granted === 0 || one.granted === 0 ? "" : `${hours(one.granted)}, ${share(one.used, one.granted)}`,
        }))
      : [],
  };
}
