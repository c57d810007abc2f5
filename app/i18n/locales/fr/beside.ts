/** Who stands beside a host at the office: on each of its pages and in each of its mails. */
export const beside = {
  callMe: "Rappelez-moi",
  callMeText: "À quel sujet, ou quand vous joindre",
  callMeSend: "Demander à être rappelé",
  contact: "Votre contact à l’office",
  present: "Présence : {{days}}",
  called: "C’est noté. {{name}} vous rappellera.",
  calledOffice: "C’est noté. L’office vous rappellera.",
  replies: "Une réponse à ce message lui arrive.",
  repliesOffice: "Une réponse à ce message arrive à l’office.",
  information:
    "C’est notre premier message. {{office}} tient vos coordonnées du système d’information touristique ou d’un fichier du territoire. Elles servent à vous accompagner, c’est une mission de l’office (code du tourisme, article L. 133-3), et sont gardées {{months}} mois après notre dernier échange. Vous pouvez les lire, les corriger, les faire effacer ou ne plus recevoir nos messages : répondez à celui-ci. Vous pouvez aussi vous plaindre à la CNIL (www.cnil.fr).",
} as const;
