export const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Whether the words of a file of this type are looked for. */
export const isReadable = (mediaType: string): boolean => mediaType === "application/pdf" || mediaType === docx;
