export const auth = {
  title: "Se connecter",
  intro: "Accompagner les prestataires, pas à pas.",
  email: "E-mail",
  password: "Mot de passe",
  submit: "Se connecter",
  link: "Recevoir un lien par e-mail",
  kept: "Votre session a expiré. Connectez-vous : ce que vous aviez saisi est gardé.",
  expired: "Votre session a pris fin. Connectez-vous pour revenir où vous étiez.",
  linkHint: "Pour recevoir un lien, l’e-mail suffit.",
  check: "À vérifier",
  code: {
    title: "Consultez votre messagerie",
    intro:
      "Si cette adresse est connue, un message vient de partir. Ouvrez son lien sur cet appareil, ou tapez ici le code à huit chiffres qu’il contient. Les deux servent une fois, pendant dix minutes.",
    label: "Code reçu par e-mail",
    submit: "Me connecter",
    again: "Demander un autre message",
  },
  linkPage: {
    here: "Ce lien sert une fois.",
    submit: "Me connecter",
    elsewhereTitle: "Le code du message",
    elsewhere:
      "Ce lien a été demandé sur un autre appareil. Pour vous connecter sur celui-ci, tapez le code à huit chiffres du message ; ou tapez-le sur l’autre appareil.",
    goneTitle: "Ce lien ne sert plus",
    gone: "Un lien sert une fois, pendant dix minutes. Demandez-en un autre.",
    again: "Demander un autre lien",
  },
} as const;
