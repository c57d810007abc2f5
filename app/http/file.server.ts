import { createReadStream, existsSync } from "node:fs";
import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { type ExportedTable, streamTable, type TableFormat } from "~/lib/exported-table.server";

const office = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** An answer that is saved as a file, its name safe in every browser (RFC 6266). */
export function download(
  body: string | Buffer | AsyncIterable<Uint8Array>,
  file: { name: string; type: "text/csv" | "application/pdf" | "application/zip" | "xlsx" | "docx" | "text/calendar" },
): Response {
  const type = file.type === "xlsx" || file.type === "docx" ? office[file.type] : file.type;
  return new Response(bodyOf(body), {
    headers: {
      "Content-Type": type === "text/csv" ? "text/csv; charset=utf-8" : type,
      "Content-Disposition": contentDisposition("attachment", file.name),
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A list as a file that leaves while its rows are read. */
export function downloadTable(table: ExportedTable, format: TableFormat): Response {
  const file = { name: `${table.name}.${format}`, type: format === "csv" ? ("text/csv" as const) : format };
  return download(streamTable(table, format), file);
}

/** A file prepared before, as it waits on the disk. */
export function preparedFile(path: string, file: { name: string; bytes: number; type: "text/csv" | "xlsx" }): Response {
  const answer = download(createReadStream(path), file);
  answer.headers.set("Content-Length", String(file.bytes));
  answer.headers.set("Cache-Control", "private, no-store");
  return answer;
}

/** What is made while it is sent goes no faster than its reader and stops with it. */
function bodyOf(body: string | Buffer | AsyncIterable<Uint8Array>) {
  if (typeof body === "string") return body;
  return body instanceof Uint8Array
    ? new Uint8Array(body)
    : createReadableStreamFromReadable(Readable.from(body, { objectMode: false }));
}

/**
 * A kept file as it was checked when it came: type fixed then, nothing guessed, no script may run
 * in it; an image shows in its page, the rest is saved (ASVS 3.2.1, 5.4.1).
 */
export function storedFile(path: string, file: { name: string; mediaType: string; bytes: number; isInline: boolean }): Response {
  if (!existsSync(path)) throw new Response(null, { status: 404 });
  const disposition = contentDisposition(file.isInline ? "inline" : "attachment", file.name);
  return new Response(createReadableStreamFromReadable(createReadStream(path)), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes),
      "Content-Disposition": disposition,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^\w.-]+/g, "-");
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** A document as JSON, saved as a file. */
export function jsonFile(data: unknown, name: string): Response {
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", name),
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A picture that other sites show: the same for everybody, kept an hour, read again only when it changed. */
export function sharedPicture(request: Request, { png, etag }: { png: Buffer; etag: string }): Response {
  const headers = { ETag: etag, "Cache-Control": "public, max-age=3600" };
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(png), {
    headers: { ...headers, "Content-Type": "image/png", "X-Content-Type-Options": "nosniff" },
  });
}
