/** Files and photos attached to things. */
export const files = {
  title: "Photos et fichiers",
  choose: "Choisir des photos ou des fichiers",
  hint: "Photo, PDF, Word, Excel ou LibreOffice, 20 Mo au plus chacun. Le lieu de prise de vue est effacé des photos.",
  add: "Ajouter les fichiers",
  remove: "Retirer {{name}}",
  removed: "Le fichier est retiré.",
  added_zero: "Aucun fichier choisi.",
  added_one: "Un fichier ajouté.",
  added_many: "{{count}} fichiers ajoutés.",
  added_other: "{{count}} fichiers ajoutés.",
} as const;
