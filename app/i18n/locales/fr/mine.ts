/** A facilitator's own page: her week, her figures, her late plans. */
export const mine = {
  title: "Ma page",
  week: {
    heading: "Ma semaine",
    title: "Semaine {{week}}, du {{from}} au {{to}}",
    used: "{{used}} notées.",
    against: "{{used}} notées sur {{granted}} accordées, {{share}}.",
    day: "Jour",
    previous: "Semaine d’avant",
    next: "Semaine d’après",
  },
  figures: "Mes chiffres",
  period: "Période",
  show: "Afficher",
  late: {
    title: "Mes plans à relancer",
    due: "prévu pour le {{day}}",
    none: "Aucune action de vos plans n’attend depuis son échéance.",
    more: "Voir toutes les actions dont l’échéance est passée",
  },
  goals: "Mes objectifs",
  seen: "Ce que voit la direction",
  seenText:
    "Les mêmes chiffres, en filtrant le tableau de bord sur votre nom, et les séances qui les composent. Les notes « Entre nous » restent entre animateurs.",
  seenLink: "Voir le tableau de bord comme la direction",
} as const;
