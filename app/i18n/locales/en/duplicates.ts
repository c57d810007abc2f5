import type { Catalogue } from "../../translate";

export const duplicates: Catalogue["duplicates"] = {
  title: "Duplicates to check",
  intro: "These records look alike. Say how it is: nothing is erased, sessions and contacts follow.",
  empty: "No duplicate to check. The list fills after an import or when two records look alike.",
  reasons: {
    siret: "same SIRET",
    email: "same e-mail",
    phone: "same phone",
    name: "same name in the commune",
    near: "similar names in the same place",
  },
  pair: "{{a}} and {{b}}",
  same: "It is the same business",
  sameOperator: "Same operator, two businesses",
  different: "They are two providers",
  apart: "The two records stay apart.",
  neverSeen: "never met",
  seen: "seen on {{day}}",
  similar: "A record looks like this one. Is it the same?",
  merge: {
    title: "Join two records",
    intro: "Choose what stays. Sessions, steps, contacts and files of both records are kept.",
    field: "Field",
    name: "Name",
    siret: "SIRET",
    referent: "Referent",
    none: "not given",
    submit: "Join the two records",
    done: "The two records are now one.",
    follow: "The other name can still be searched. The old address leads to the record that stays.",
  },
};
