import type { Catalogue } from "../../translate";

export const mails: Catalogue["mails"] = {
  copy: "If the button does nothing, copy this address into your browser:",
  hello: "Hello {{name}},",
  helloNobody: "Hello,",
  foot: "Balise, digital coaching for the tourism providers of your area.",
  why: "You receive this message because this address was typed on {{url}}.",
  signIn: {
    subject: "Your sign-in link to Balise",
    intro: "Here is the link you asked for. It works once, for ten minutes, on the device where you asked for it.",
    button: "Sign me in",
    code: "Reading this on another device? Type this code: {{code}}",
    ignore: "If you asked for nothing, do nothing: nobody comes in without this message.",
  },
  demo: {
    title: "Messages of the demonstration",
    intro: "Nothing leaves: each message stays here and in the mails folder.",
    to: "To {{recipient}}, {{at}}",
    empty: "No message yet. Ask for a sign-in link to see one.",
  },
};
