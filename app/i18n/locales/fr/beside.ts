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
} as const;
