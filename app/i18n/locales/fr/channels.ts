export const channels = {
  title: "Présence en ligne",
  empty: "Rien n’est noté encore : site, fiche Google, réservation, avis, réseaux sociaux.",
  columns: { kind: "Canal", url: "Adresse", state: "État", checked: "Vérifié" },
  checkedOn: "le {{day}}",
  kinds: {
    website: "Site internet",
    google_profile: "Fiche Google",
    booking_tool: "Outil de réservation",
    marketplace: "Plateforme de vente",
    review_site: "Site d’avis",
    social: "Réseau social",
  },
  states: {
    unknown: "à vérifier",
    active: "actif",
    to_claim: "à revendiquer",
    dormant: "en sommeil",
    broken: "en panne",
    absent: "absent",
  },
} as const;
