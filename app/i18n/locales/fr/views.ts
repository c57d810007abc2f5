/** Views kept of the dashboard, and addresses that show one to somebody outside. */
export const views = {
  title: "Vues et partage",
  back: { dashboard: "Retour au tableau de bord", network: "Retour au réseau" },
  current: "Filtres en cours :",
  kept: "Vues gardées",
  none: "Aucune vue gardée. Une vue garde la période et les filtres sous un nom.",
  forAll: "proposée à tous",
  keep: {
    title: "Garder ces filtres",
    name: "Nom de la vue",
    isShared: "La proposer aussi à mes collègues",
    submit: "Garder la vue",
    done: "La vue est gardée.",
  },
  forget: "Oublier",
  forgotten: "La vue est oubliée.",
  share: {
    title: "Montrer ces chiffres par un lien",
    help: {
      dashboard:
        "Qui a le lien lit les totaux, sans se connecter, jusqu’à la date choisie. Il ne voit ni nom, ni liste, ni compte de moins de 5 ; les filtres sur une personne, une commune, un financeur ou une étiquette ne s’appliquent pas.",
      network:
        "Qui a le lien lit les totaux du réseau par territoire, sans se connecter, jusqu’à la date choisie. Ce sont les mois révolus, tels que saisis ici par les offices : ni nom, ni liste, ni compte de moins de 5.",
    },
    elsewhere: "Montrer les chiffres du réseau par un lien",
    name: "Pour qui, pour quoi",
    days: "Pendant",
    choices: { "7": "7 jours", "30": "30 jours", "90": "90 jours" },
    submit: "Créer le lien",
  },
  links: "Liens en cours",
  noLink: "Aucun lien en cours.",
  until: "jusqu’au {{day}}",
  seen: "ouvert le {{day}}",
  unseen: "jamais ouvert",
  revoke: "Couper",
  revokeOf: "Couper le lien {{name}}",
  revoked: "Le lien est coupé : il n’ouvre plus rien.",
  shown: {
    title: "Le lien est prêt",
    copy: "Copiez-le maintenant : il n’est montré qu’une fois.",
    label: "Lien à transmettre",
  },
  shared: { until: "Vue partagée, ouverte jusqu’au {{day}}.", hidden: "Les comptes de moins de 5 ne sont pas montrés." },
} as const;
