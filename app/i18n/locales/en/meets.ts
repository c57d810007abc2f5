import type { Catalogue } from "../../translate";

/** The box that tells what a planned time meets. */
export const meets: Catalogue["meets"] = {
  title: "To check before saving",
  keep: "Save all the same",
};
