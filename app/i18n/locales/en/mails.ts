import type { Catalogue } from "../../translate";

export const mails: Catalogue["mails"] = {
  copy: "If the button does nothing, copy this address into your browser:",
  hello: "Hello {{name}},",
  foot: "Balise, digital coaching for the tourism providers of your area.",
  why: "You receive this message because this address was entered on {{url}}.",
  signIn: {
    subject: "Your sign-in link to Balise",
    intro: "Here is the link you asked for. It works once, for ten minutes, on the device where you asked for it.",
    button: "Sign me in",
    code: "Reading this on another device? Type this code: {{code}}",
    ignore: "If you asked for nothing, do nothing: nobody comes in without this message.",
  },
  passwordChanged: {
    subject: "Your Balise password has changed",
    text: "The password of your account has just changed, and your other devices are signed out.",
    notYou: "If it was not you, ask for a sign-in link, change the password and tell the head of your office.",
    notYouHost: "If it was not you, ask for a sign-in link, change the password and tell your contact at the office.",
  },
  invitation: {
    subject: "{{inviter}} invites you to Balise",
    intro: "{{inviter}} gives you access: {{roles}}.",
    button: "Open my access",
    until: "This address is good for 14 days. Afterwards, ask for a new invitation.",
  },
  demo: {
    title: "Messages of the demonstration",
    intro: "Nothing leaves: each message stays here and in the mails folder.",
    to: "To {{recipient}}, {{at}}",
    empty: "No message yet. Ask for a sign-in link to see one.",
  },
};
