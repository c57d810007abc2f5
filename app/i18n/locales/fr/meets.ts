/** The box that tells what a planned time meets. */
export const meets = {
  title: "À vérifier avant d’enregistrer",
  keep: "Enregistrer quand même",
} as const;
