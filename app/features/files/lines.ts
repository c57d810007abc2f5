import { formatNumber } from "~/i18n/format";
import type { Locale } from "~/i18n/translate";
import { paths } from "~/paths";
import type { FileLine } from "./components/file-sheet";

/** A file as a page shows it: « devis.pdf », « 240 ko ». */
export function describeFile(locale: Locale, file: { id: string; name: string; kind: string; bytes: number }): FileLine {
  return {
    id: file.id,
    name: file.name,
    to: paths.file(file.id),
    isImage: file.kind === "image",
    size: sizeOf(locale, file.bytes),
  };
}

function sizeOf(locale: Locale, bytes: number): string {
  const unit = locale === "fr" ? "o" : "B";
  if (bytes < 1_000_000) return `${formatNumber(locale, Math.max(bytes / 1000, 1))}\u00a0k${unit}`;
  return `${formatNumber(locale, bytes / 1_000_000, 1)}\u00a0M${unit}`;
}
