/** Reports that are made when a period ends, and sent. */
export const schedules = {
  title: "Envois programmés",
  context:
    "Le rapport se prépare seul quand la période se termine, puis part en PDF aux personnes choisies, chacune dans sa langue.",
  empty:
    "Aucun envoi programmé. Choisissez une période et ses lecteurs : le premier rapport part à la fin de la période en cours.",
  periods: { month: "Chaque mois", quarter: "Chaque trimestre", season: "Chaque saison", year: "Chaque année" },
  add: "Programmer un envoi",
  period: "À la fin de",
  readers: "À qui",
  readersHint:
    "Les personnes de l’office. L’adresse et la langue sont celles de leur compte ; elles reçoivent la version interne, avec tous les nombres.",
  save: "Programmer",
  added: "L’envoi est programmé.",
  change: "Changer les lecteurs",
  changed: "Les lecteurs sont enregistrés.",
  keep: "Enregistrer",
  stop: "Arrêter",
  stopped: "L’envoi est arrêté. Les rapports déjà faits restent.",
  next: "Le prochain porte sur la période du {{from}} au {{to}}. Il part le lendemain, à 7 h.",
  noSeason: "Rien ne part : les semaines de pleine saison ne sont pas dites. Choisissez-les dans les réglages de l’office.",
  none: "Rien n’est encore parti.",
  last: "Dernier envoi : {{title}}, le {{at}}",
  noReader: "Plus aucun lecteur ne travaille à l’office : choisissez-en d’autres.",
  noMaker:
    "Rien ne part : la personne qui a programmé cet envoi ne dirige plus l’office. Arrêtez-le, puis programmez-le de nouveau.",
  states: {
    none: "{{name}} : pas encore écrit",
    waiting: "{{name}} : en attente",
    sending: "{{name}} : en cours d’envoi",
    sent: "{{name}} : envoyé le {{at}}",
    failed: "{{name}} : non parvenu, {{why}}",
    uncertain: "{{name}} : envoi incertain",
  },
  mails: "Voir les messages",
  mail: {
    subject: "{{title}}, {{office}}",
    text: "Voici : {{title}}, préparé pour {{office}}. Ses chiffres sont ceux du jour de ce message.",
    attached: "Le rapport entier est joint, en PDF.",
    button: "Ouvrir le rapport",
    why: "Vous recevez ce message parce que {{name}} vous a choisi pour lire ces rapports.",
  },
} as const;
