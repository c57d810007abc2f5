import type { Catalogue } from "../../translate";

export const beside: Catalogue["beside"] = {
  callMe: "Call me back",
  callMeText: "What about, or when to reach you",
  callMeSend: "Ask for a call",
  contact: "Your contact at the office",
  present: "In the office: {{days}}",
  called: "Noted. {{name}} will call you back.",
  calledOffice: "Noted. The office will call you back.",
  replies: "Replies to this message go to them.",
  repliesOffice: "Replies to this message go to the office.",
  information:
    "This is our first message. {{office}} has your details from the tourist information system or a file of your area. They serve to support you, which is the office’s mission (French tourism code, article L. 133-3), and are kept for {{months}} months after our last contact. You may read them, correct them, have them erased or stop our messages: reply to this one. You may also complain to the CNIL (www.cnil.fr).",
};
