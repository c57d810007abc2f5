import { filePath } from "./storage.server";

/** Where a file's bytes stand, for a document made of it; whoever asks was authorised for its subject. */
export const fileOf = (fileId: string): string => filePath(fileId);
