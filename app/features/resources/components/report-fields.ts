import type { Sent } from "~/i18n/translate";

/** The fields of an experience report, in the order one tells it. */
export const reportFields = (t: Sent["library"]) => [
  { name: "title", label: t.title },
  { name: "context", label: t.context, rows: 4 },
  { name: "done", label: t.done, rows: 5 },
  { name: "result", label: t.result, rows: 4 },
  { name: "tips", label: t.tips, rows: 4, isOptional: true },
];
