import { isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { paths } from "~/paths";
import type { TimelineLine } from "./components/timeline";
import { themeName } from "./lines";
import type { TimelineEntry } from "./timeline.queries.server";

type Entry<T extends TimelineEntry["type"]> = Extract<TimelineEntry, { type: T }>;
type Told = Omit<TimelineLine, "key" | "day">;

/** An entry of the timeline in the reader's words, its day in the zone of the provider's office. */
export function timelineLine(locale: Locale, zone: string, entry: TimelineEntry): TimelineLine {
  const day = formatDay(locale, dayIn(zone, entry.at));
  return { key: `${entry.type}${entry.id}`, day, ...tell(locale, entry) };
}

function tell(locale: Locale, entry: TimelineEntry): Told {
  switch (entry.type) {
    case "session":
      return tellSession(locale, entry);
    case "shared":
      return tellShared(locale, entry);
    case "answer":
      return tellAnswer(locale, entry);
    case "message":
      return tellMessage(locale, entry);
    case "change":
      return tellChange(locale, entry);
    case "import":
      return plain("change", translator(locale)("records:timeline.imported", { source: sourceName(entry.source) }));
    case "beginning":
      return tellBeginning(locale, entry);
  }
}

function tellSession(locale: Locale, entry: Entry<"session">): Told {
  const t = translator(locale);
  const theme = entry.theme && isTheme(entry.theme) ? themeName(locale, entry.theme) : "";
  const about = [
    entry.title ? theme : "",
    entry.channel ? t(`coaching:channels.${entry.channel}`) : "",
    formatDuration(entry.durationMinutes),
    entry.presence === "present" ? "" : t(`coaching:presence.${entry.presence}`),
    entry.by,
  ];
  return {
    kind: "session",
    title: entry.title ?? (theme || t("records:timeline.kinds.session")),
    to: paths.coachingSession(entry.id),
    context: about.filter(Boolean).join(" · "),
    text: entry.note,
    privateText: entry.privateNote,
  };
}

function tellShared(locale: Locale, entry: Entry<"shared">): Told {
  const t = translator(locale);
  const theme = entry.theme && isTheme(entry.theme) ? themeName(locale, entry.theme) : "";
  const about = [
    entry.title ? theme : "",
    entry.channel ? t(`coaching:channels.${entry.channel}`) : "",
    formatDuration(entry.durationMinutes),
    t("coachingLog:shared.heldBy", { office: entry.office }),
  ];
  return {
    ...plain("session", entry.title ?? (theme || t("records:timeline.kinds.session"))),
    to: paths.sharedSession(entry.id),
    context: about.filter(Boolean).join(" · "),
  };
}

function tellAnswer(locale: Locale, entry: Entry<"answer">): Told {
  const t = translator(locale);
  const title = t("records:timeline.answer", { title: entry.title, state: t(`providers:page.states.${entry.state}`) });
  const by = entry.by ? t("records:timeline.recordedBy", { name: entry.by }) : t("records:timeline.saidOnline");
  return { ...plain("answer", title), context: by, text: entry.comment };
}

function tellMessage(locale: Locale, entry: Entry<"message">): Told {
  const t = translator(locale);
  const name = entry.by ?? "";
  const title =
    entry.kind === "callback"
      ? [t("records:timeline.callback"), name].filter(Boolean).join(" · ")
      : t("records:timeline.colleagueMessage", { name });
  return { ...plain("message", title), context: entry.handledAt ? t("records:timeline.handled") : "", text: entry.text };
}

function tellChange(locale: Locale, entry: Entry<"change">): Told {
  const t = translator(locale);
  const { timeline, ...areas } = textsOf(locale, "records").records;
  const by = entry.by ? t("records:timeline.by", { name: entry.by }) : "";
  const areaOf: Record<string, object> = {
    providers: areas.provider,
    establishments: areas.establishment,
    contacts: areas.contact,
    channels: areas.channel,
    establishment_states: areas.states.names,
  };
  const fields = readColumns(entry.changed).map((column) => wordFor(areaOf[entry.subject] ?? {}, column) ?? column);
  return {
    ...plain("change", wordFor(timeline.changed, entry.subject) ?? timeline.kinds.change),
    context: entry.command.startsWith("import") ? timeline.byImport : by,
    text: [...new Set(fields)].join(", "),
  };
}

function tellBeginning(locale: Locale, entry: Entry<"beginning">): Told {
  const t = translator(locale);
  const isTyped = entry.by !== null && entry.origin === "typed";
  return plain("change", isTyped ? t("records:timeline.createdBy", { name: entry.by ?? "" }) : t("records:timeline.created"));
}

const plain = (kind: Told["kind"], title: string): Told => ({
  kind,
  title,
  to: undefined,
  context: "",
  text: "",
  privateText: "",
});

function wordFor(words: object, key: string): string | undefined {
  const found: unknown = Object.entries(words).find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : undefined;
}

function readColumns(changed: string | null): string[] {
  const read: unknown = changed ? JSON.parse(changed) : [];
  return Array.isArray(read) ? read.map(String) : [];
}

/** Names of the sources, the same in every language. */
function sourceName(source: string): string {
  const names: Record<string, string> = { datatourisme: "DATAtourisme", apidae: "APIDAE", tourinsoft: "Tourinsoft", lei: "LEI" };
  return names[source] ?? source;
}
