/** Field and rule errors: what is wrong and what to do. Keys are what schemas and RuleError carry. */
export const errors = {
  required: "À remplir.",
  invalid: "Cette valeur ne convient pas. Vérifiez-la.",
  tooLong: "Texte trop long : raccourcissez-le.",
  email: "Adresse e-mail incomplète : il y manque une partie, par exemple nom@domaine.fr.",
  day: "Date à écrire comme 2026-03-12.",
  dayFuture: "Cette date est à venir : une séance se note une fois faite.",
  duration: "Durée entre 1 minute et 24 heures, par exemple 45 ou 1h30.",
  number: "Nombre entier attendu.",
  phone: "Numéro de téléphone à vérifier, par exemple 05 56 00 00 00.",
  participants: "Choisissez au moins un prestataire ou indiquez un nombre de personnes.",
  unknownProvider: "Ce prestataire n’existe plus dans votre office. Cherchez-le de nouveau.",
  unknownTheme: "Choisissez un thème de la liste.",
  credentials: "E-mail ou mot de passe inconnu. Vérifiez, ou demandez un lien par e-mail.",
  limited: "Trop d’essais. Attendez un quart d’heure, ou demandez un lien par e-mail.",
  notInOffice: "Choisissez un office où vous travaillez.",
} as const;
