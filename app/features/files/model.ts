/** What a file may be attached to; each has its own rule of who sees it. */
export const fileSubjects = [
  "coaching_session",
  "organisation",
  "user",
  "resource",
  "action",
  "workshop",
  "workshop_signature",
] as const;
export type FileSubject = (typeof fileSubjects)[number];

export type FileKind = "image" | "document";
type FileType = { kind: FileKind; extension: string };

/** The types let in, told by the bytes and never by the name; SVG and HTML can run code and stay out. */
const types = new Map<string, FileType>([
  ["image/jpeg", { kind: "image", extension: "jpg" }],
  ["image/png", { kind: "image", extension: "png" }],
  ["image/webp", { kind: "image", extension: "webp" }],
  ["application/pdf", { kind: "document", extension: "pdf" }],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", { kind: "document", extension: "docx" }],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", { kind: "document", extension: "xlsx" }],
  ["application/vnd.oasis.opendocument.text", { kind: "document", extension: "odt" }],
  ["application/vnd.oasis.opendocument.spreadsheet", { kind: "document", extension: "ods" }],
]);

export const findFileType = (mediaType: string): FileType | undefined => types.get(mediaType);

/** For the `accept` of a file field; without HEIC, a phone converts its photos itself. */
export const acceptedTypes = [...types.keys()].join(",");

/** The same for documents alone. */
export const acceptedDocuments = [...types].flatMap(([type, { kind }]) => (kind === "document" ? [type] : [])).join(",");

export const fileLimits = {
  /** Bytes of one file. */
  fileBytes: 20_000_000,
  /** Files of one form. */
  files: 10,
  /** Bytes of all the files of an office. */
  officeBytes: 5_000_000_000,
  /** Pixels of an image as it comes. */
  pixels: 60_000_000,
  /** The longer side of an image as it is kept, pixels. */
  side: 2560,
} as const;

/** The person's name for the file, without path or control characters, with the extension of what it is. */
export function properFileName(name: string, extension: string): string {
  const last =
    name
      .replace(/\p{Cc}/gu, "")
      .split(/[\\/]/)
      .at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]{1,5}$/, "")
    .trim()
    .slice(0, 100);
  return `${stem || "fichier"}.${extension}`;
}
