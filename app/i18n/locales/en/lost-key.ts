import type { Catalogue } from "../../translate";

export const lostKey: Catalogue["lostKey"] = {
  title: "This link opens nothing",
  text: "It is too old, or a piece of it is missing. Nothing is lost.",
  lastMail: "Open the last message from your office. Its button leads to your plan.",
  enter: "Get a link by e-mail",
  enterHint: "Or get a new link. Your email address is enough, no password.",
  call: "Or call your tourist office:",
  callWhere: "Or call your tourist office. Its number is in each of its messages.",
  find: "Find my office’s number",
};
