import type { Catalogue } from "../../translate";

export const auth: Catalogue["auth"] = {
  title: "Sign in",
  intro: "Coaching tourism providers, step by step.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  link: "Get a link by e-mail",
  kept: "Your session has expired. Sign in: what you typed is kept.",
  expired: "Your session has ended. Sign in to return where you were.",
  linkHint: "For a link, the e-mail is enough.",
  check: "Please check",
  code: {
    title: "Check your mailbox",
    intro:
      "If this address is known, a message has just left. Open its link on this device, or type its eight-digit code here. Both work once, for ten minutes.",
    label: "Code received by e-mail",
    submit: "Sign me in",
    again: "Ask for another message",
  },
  linkPage: {
    here: "This link works once.",
    submit: "Sign me in",
    elsewhereTitle: "The code of the message",
    elsewhere:
      "This link was asked for on another device. To sign in on this one, type the eight-digit code of the message; or type it on the other device.",
    goneTitle: "This link no longer works",
    gone: "A link works once, for ten minutes. Ask for another one.",
    again: "Ask for another link",
  },
  invitation: {
    title: "{{inviter}} invites you",
    known: "An account exists for this address. Sign in with it: you will come back here.",
    name: "Displayed name",
    password: "Password",
    optional: "optional",
    passwordHint: "At least 12 characters. Without a password, you will get a link by e-mail at each sign-in.",
    submit: "Open my access",
    goneTitle: "This invitation no longer works",
    gone: "It was used, taken back, or its 14 days are over. Ask your office for another one.",
  },
};
