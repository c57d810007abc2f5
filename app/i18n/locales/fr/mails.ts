/** What mails have in common, and the messages of accounts; each feature keeps its own in its area. */
export const mails = {
  copy: "Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :",
  hello: "Bonjour {{name}},",
  foot: "Balise, l’accompagnement numérique des prestataires de votre territoire.",
  why: "Vous recevez ce message parce que cette adresse a été saisie sur {{url}}.",
  signIn: {
    subject: "Votre lien de connexion à Balise",
    intro: "Voici le lien demandé. Il sert une fois, pendant dix minutes, sur l’appareil où vous l’avez demandé.",
    button: "Me connecter",
    code: "Vous lisez ce message sur un autre appareil ? Tapez ce code : {{code}}",
    ignore: "Si vous n’avez rien demandé, ne faites rien : personne n’entre sans ce message.",
  },
  passwordChanged: {
    subject: "Votre mot de passe Balise a changé",
    text: "Le mot de passe de votre compte vient de changer, et vos autres appareils sont déconnectés.",
    notYou:
      "Si ce n’est pas vous, demandez un lien de connexion, changez le mot de passe et prévenez la direction de votre office.",
    notYouHost:
      "Si ce n’est pas vous, demandez un lien de connexion, changez le mot de passe et prévenez votre contact à l’office.",
  },
  invitation: {
    subject: "{{inviter}} vous invite sur Balise",
    intro: "{{inviter}} vous ouvre un accès : {{roles}}.",
    button: "Ouvrir mon accès",
    until: "Cette adresse vaut 14 jours. Ensuite, demandez une nouvelle invitation.",
  },
  demo: {
    title: "Messages de la démonstration",
    intro: "Rien ne part : chaque message reste ici et dans le dossier mails.",
    to: "À {{recipient}}, {{at}}",
    empty: "Aucun message pour l’instant. Demandez un lien de connexion pour en voir un.",
  },
} as const;
