/** A link that opens nothing: how to come in all the same, or whom to call. The same words for every link. */
export const lostKey = {
  title: "Ce lien n’ouvre rien",
  text: "Il est trop ancien, ou il en manque un bout. Rien n’est perdu.",
  lastMail: "Ouvrez le dernier message de votre office. Son bouton mène à votre plan.",
  enter: "Recevoir un lien par e-mail",
  enterHint: "Ou recevez un nouveau lien. Votre e-mail suffit, sans mot de passe.",
  call: "Ou appelez votre office de tourisme :",
  callWhere: "Ou appelez votre office de tourisme. Son numéro est dans chacun de ses messages.",
  find: "Trouver le numéro de mon office",
} as const;
