import type { Catalogue } from "../../translate";

export const mails: Catalogue["mails"] = {
  copy: "If the button does nothing, copy this address into your browser:",
  hello: "Hello {{name}},",
  helloNobody: "Hello,",
  foot: "Balise, digital coaching for the tourism providers of your area.",
  why: "You receive this message because this address was typed on {{url}}.",
};
