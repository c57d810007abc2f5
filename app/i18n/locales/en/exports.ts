import type { Catalogue } from "../../translate";

export const exports: Catalogue["exports"] = {
  preparing: "The file is being prepared",
  done: "The file is ready",
  over: "There is no file here",
  progress: "{{done}} rows of {{total}}",
  leave: "You may leave this page: the work goes on. Keep its address to come back.",
  ready: "{{total}} rows, {{megabytes}} MB",
  kept: "It waits for you for {{hours}} hours, for you alone, then it is removed.",
  failed: "The file could not be prepared. Go back to the list and ask again.",
  gone: "This file is no longer kept. Go back to the list and ask again.",
  withdrawn:
    "This file has been withdrawn: it might hold somebody whose data have just been erased. Go back to the list and ask for it again.",
  download: "Download",
  back: "Back to the list",
};
