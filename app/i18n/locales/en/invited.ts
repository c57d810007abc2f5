import type { Catalogue } from "../../translate";

export const invited: Catalogue["invited"] = {
  title: "You are invited",
  registered: "You are registered for this workshop. The confirmation message carries the link to change or cancel.",
  hasDeclined: "You answered that you will not come. You can still register.",
  decline: "I will not come",
  declined: "Noted: you will not come. Thank you for answering.",
};
