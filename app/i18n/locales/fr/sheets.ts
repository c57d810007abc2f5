/** Names of a workbook’s sheets, where the heading of the page is longer than the 31 characters that spreadsheets take. */
export const sheets = {
  figures: {
    byKind: "Individuelles et collectives",
    themeMonths: "Thèmes par mois",
    actions: "Actions par mois",
    weeks: "Heures par semaine",
  },
  rows: {
    counted: "Séances",
    establishments: "Établissements",
    providers: "Prestataires",
    actions: "Actions",
    workshops: "Ateliers",
    meet: "À rencontrer",
  },
  reports: {
    months: "Séances par mois",
    themes: "Séances par thème",
    channels: "Séances par mode",
    kinds: "Individuelles et collectives",
    providerKinds: "Accompagnés par activité",
    communes: "Accompagnés par commune",
    goals: "Objectifs",
  },
  lists: {
    sitCorrections: "À reporter dans le SIT",
  },
} as const;
