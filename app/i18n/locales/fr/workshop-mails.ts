/** Messages about a workshop; each kind has subject, intro and the button's words. */
export const workshopMails = {
  why: "Ce message vous est envoyé par {{office}}, parce que vous êtes inscrit à cet atelier.",
  place: "Lieu : {{place}}",
  video: "Pour rejoindre en ligne : {{url}}",
  bring: "À apporter : {{bring}}",
  price: "Prix : {{price}}",
  newDate: "Avant : {{before}}\nMaintenant : {{after}}",
  newPlace: "Lieu avant : {{before}}\nLieu maintenant : {{after}}",
  newLink: "Le lien de visioconférence a changé : prenez celui de ce message.",
  otherDates: "Autres dates possibles :",
  before: "À lire avant :",
  after: "À garder :",
  again: {
    subject: "Votre inscription : {{title}}",
    intro:
      "Voici de nouveau le lien de votre inscription à « {{title}} » : il la montre, et permet de la changer ou de l’annuler.",
    button: "Voir, changer ou annuler",
  },
  registered: {
    subject: "Inscription confirmée : {{title}}",
    intro: "Votre place est réservée pour « {{title}} ». Le fichier joint met la date dans votre agenda.",
    button: "Modifier ou annuler mon inscription",
  },
  waiting: {
    subject: "Sur liste d’attente : {{title}}",
    intro:
      "L’atelier « {{title}} » est complet. Vous êtes sur la liste d’attente : dès qu’une place se libère, nous vous écrivons.",
    button: "Voir ou quitter la liste d’attente",
  },
  offered: {
    subject: "Une place s’est libérée : {{title}}",
    intro: "Une place vous attend pour « {{title}} ». Prenez-la avant le {{until}} ; après, elle va à la personne suivante.",
    button: "Prendre ou laisser cette place",
  },
  expired: {
    subject: "La place proposée est passée au suivant : {{title}}",
    intro:
      "La place proposée pour « {{title}} » n’a pas été prise à temps ; elle est allée à la personne suivante. Vous pouvez vous inscrire de nouveau depuis le programme.",
    button: "Voir mon inscription",
  },
  cancelled: {
    subject: "Inscription annulée : {{title}}",
    intro:
      "Votre inscription à « {{title}} » est annulée. Merci d’avoir prévenu : la place peut servir à un autre établissement.",
    button: "Voir mon inscription",
  },
  cancelled_by_office: {
    subject: "Inscription annulée par l’office : {{title}}",
    intro:
      "{{office}} a annulé votre inscription à « {{title}} ». Si vous ne l’avez pas demandé, répondez à ce message : nous regarderons ensemble.",
    button: "Voir mon inscription",
  },
  changed: {
    subject: "Changement : {{title}}",
    intro: "L’atelier « {{title}} » auquel vous êtes inscrit a changé. Votre inscription reste valable.",
    button: "Modifier ou annuler mon inscription",
  },
  called_off: {
    subject: "Atelier annulé : {{title}}",
    intro: "L’atelier « {{title}} » n’aura pas lieu. Le fichier joint l’enlève de votre agenda.",
    button: "Voir le programme",
  },
  reminder: {
    subject: "Rappel : {{title}}",
    intro:
      "L’atelier « {{title}} » approche. Si vous ne pouvez plus venir, prévenez-nous : la place servira à un autre établissement.",
    button: "Modifier ou annuler mon inscription",
  },
  certificate: {
    subject: "Votre attestation de présence : {{title}}",
    intro: "Vous trouverez ci-joint votre attestation de présence à « {{title}} ».",
    button: "Voir l’attestation",
  },
  certificate_withdrawn: {
    subject: "Attestation de présence retirée : {{title}}",
    intro:
      "La feuille de présence de « {{title}} » a été corrigée. L’attestation envoyée n’est plus valable ; écrivez-nous si c’est une erreur.",
    button: "Voir l’attestation",
  },
  feedback_end: {
    subject: "Votre avis sur « {{title}} »",
    intro: "Merci d’être venu à « {{title}} ». Votre avis, en une minute, nous aide à préparer les suivants.",
    button: "Donner mon avis",
  },
  feedback_later: {
    subject: "Et depuis « {{title}} » ?",
    intro: "Depuis « {{title}} », qu’avez-vous mis en place ? Deux questions, une minute.",
    button: "Répondre",
  },
  invitation: {
    subject: "{{office}} vous invite : {{title}}",
    intro: "Nous préparons « {{title}} » et pensons qu’il peut servir à {{establishment}}.",
    button: "Voir l’atelier et s’inscrire",
    why: "Cette invitation vous est envoyée par {{office}}, qui accompagne votre établissement.",
  },
  invitation_reminder: {
    subject: "Rappel d’invitation : {{title}}",
    intro:
      "Nous vous avons invité à « {{title}} » et n’avons pas eu votre réponse. Oui ou non, elle nous aide à préparer la salle.",
    button: "Répondre à l’invitation",
  },
  callback: {
    subject: "Rappelez-moi : {{who}}",
    intro: "{{who}} demande à être rappelé au sujet de l’atelier « {{title}} ».",
    button: "Voir l’atelier",
  },
  call: {
    subject: "À faire passer à vos prestataires : {{title}}",
    intro:
      "{{from}} vous propose d’inviter à « {{title}} » les prestataires que suit {{office}}. La liste est prête : un geste suffit pour l’envoyer.",
    button: "Voir qui serait invité",
    why: "Vous recevez ce message parce que vous animez ce territoire : {{office}}.",
  },
} as const;
