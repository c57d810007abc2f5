import type { Catalogue } from "../../translate";

export const auth: Catalogue["auth"] = {
  title: "Sign in",
  intro: "Coaching tourism providers, step by step.",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  link: "Get a link by e-mail",
  expired: "Your session has expired. Sign in: what you typed is kept.",
};
