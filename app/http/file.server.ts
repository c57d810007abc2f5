/** An answer that is saved as a file, its name safe in every browser (RFC 6266). */
export function download(
  body: string | Buffer,
  file: { name: string; type: "text/csv" | "application/pdf" | "application/zip" | "xlsx" | "text/calendar" },
): Response {
  const type = file.type === "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : file.type;
  const plain = file.name.normalize("NFD").replace(/[^\w.-]+/g, "-");
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      "Content-Type": type === "text/csv" ? "text/csv; charset=utf-8" : type,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
