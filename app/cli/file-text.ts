import { textOfFile } from "~/features/resources/file-text.server";

// `node build/cli/file-text.js FILE MEDIA-TYPE`: the words of a PDF or a DOCX; what cannot be read ends it with 1.
const [path = "", mediaType = ""] = process.argv.slice(2);
try {
  process.stdout.write(await textOfFile(path, mediaType));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
