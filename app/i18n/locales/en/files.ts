import type { Catalogue } from "../../translate";

export const files: Catalogue["files"] = {
  title: "Photos and files",
  choose: "Choose photos or files",
  hint: "Photo, PDF, Word, Excel or LibreOffice, 20 MB at most each. Where a photo was taken is erased from it.",
  add: "Add the files",
  remove: "Remove {{name}}",
  removed: "The file is removed.",
  added_zero: "No file chosen.",
  added_one: "One file added.",
  added_many: "{{count}} files added.",
  added_other: "{{count}} files added.",
  picture: {
    choose: "Choose an image",
    add: "Add the image",
    replace: "Replace the image",
    remove: "Remove the image",
    saved: "The image is saved.",
    removed: "The image is removed.",
    logo: "The office’s logo",
    logoHint: "PNG, JPEG or WebP, 20 MB at most. It stands on documents and on the providers’ page.",
    photo: "My photo",
    photoHint: "Optional. Your providers and colleagues see it. PNG, JPEG or WebP.",
  },
};
