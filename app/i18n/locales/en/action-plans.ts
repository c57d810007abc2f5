import type { Catalogue } from "../../translate";

export const actionPlans: Catalogue["actionPlans"] = {
  title: "My plan",
  hello: "Hello, {{name}}",
  next: "Your next step",
  done: "Done",
  alreadyDone: "Done before",
  notForMe: "Not for me",
  due: "by {{day}}",
  minutes: "about {{duration}}",
  ahead: "Then",
  behind: "Behind you",
  empty: "Your plan is empty for now. Your contact at the office will write your next steps here.",
  finished: "All your steps are done.",
};
