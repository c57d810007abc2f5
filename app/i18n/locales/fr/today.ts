export const today = {
  title: "Aujourd’hui",
  week: "Cette semaine",
  hours: "{{used}} notées cette semaine",
  toComplete: "À compléter",
  toCompleteNone: "Tout est à jour.",
  recent: "Vos dernières séances",
  empty: "Rien à signaler. Notez une séance quand elle est faite.",
} as const;
