import type { Catalogue } from "../../translate";

export const invited: Catalogue["invited"] = {
  title: "You are invited",
  registered: "You are registered for this workshop. The confirmation message carries the link to change or cancel.",
  hasDeclined: "You answered that you cannot come. You can still register.",
  decline: "I cannot come",
  declined: "Noted: you cannot come. Thank you for answering.",
};
