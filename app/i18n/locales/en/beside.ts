import type { Catalogue } from "../../translate";

export const beside: Catalogue["beside"] = {
  callMe: "Call me back",
  callMeText: "What about, or when to reach you",
  callMeSend: "Ask for a call",
  contact: "Your contact at the office",
  present: "In the office: {{days}}",
  called: "Noted. {{name}} will call you back.",
  calledOffice: "Noted. The office will call you back.",
  replies: "A reply to this message reaches them.",
  repliesOffice: "A reply to this message reaches the office.",
};
