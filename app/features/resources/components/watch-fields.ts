import type { useTexts } from "~/i18n/use-texts";

/** The fields of a piece of news, in their order. */
export const watchFields = (t: ReturnType<typeof useTexts<"library">>) => [
  { name: "url", label: t.url, type: "url" as const },
  { name: "title", label: t.title },
  { name: "summary", label: t.summary, rows: 3, isOptional: true },
  { name: "why", label: t.why, rows: 3 },
  { name: "publishedOn", label: t.publishedOn, type: "date" as const },
];
