/** Four frequent acts a theme: ticked on the session form, each adds its line to the note. */
export const acts = {
  website: [
    "Tour du site page par page, points à reprendre notés.",
    "Contenus de la page d’accueil retravaillés ensemble.",
    "Lecture du site sur téléphone vérifiée.",
    "Accès à l’hébergement et au nom de domaine retrouvés.",
  ],
  visibility: [
    "Fiche d’établissement Google revendiquée et complétée.",
    "Fiche SIT relue et mise à jour.",
    "Horaires, téléphone et adresse mis en accord partout.",
    "Photos et description de la fiche Google renouvelées.",
  ],
  selling: [
    "Réservation en ligne présentée et comparée.",
    "Calendriers synchronisés entre les plateformes.",
    "Conditions de vente et acompte revus.",
    "Tarifs de la saison saisis et vérifiés.",
  ],
  reputation: [
    "Réponses aux derniers avis rédigées ensemble.",
    "Message pour demander un avis préparé.",
    "Avis des douze derniers mois lus et classés.",
    "Alerte de veille mise en place.",
  ],
  social: [
    "Calendrier de publications du mois préparé.",
    "Page ou compte créé et complété.",
    "Première publication écrite ensemble.",
    "Statistiques du compte lues et commentées.",
  ],
  content: [
    "Prise de vue sur place, réglages du téléphone vus.",
    "Choix et classement des photos.",
    "Texte de présentation réécrit.",
    "Courte vidéo tournée et montée.",
  ],
  customer_relation: [
    "Message de bienvenue et message de départ écrits.",
    "Livret d’accueil commencé.",
    "Fichier clients mis au propre.",
    "Lettre d’information préparée.",
  ],
  legal: [
    "Mentions légales relues et complétées.",
    "Bandeau des cookies vérifié.",
    "Numéro d’enregistrement du meublé vérifié.",
    "Conditions générales de vente relues.",
  ],
  security: [
    "Mots de passe renforcés, gestionnaire installé.",
    "Double vérification activée sur la messagerie.",
    "Sauvegarde mise en place et essayée.",
    "Messages d’hameçonnage reconnus sur des exemples.",
  ],
  equipment: [
    "Prise en main de l’ordinateur ou de la tablette.",
    "Wifi des clients vérifié.",
    "Mises à jour faites.",
    "Outil installé et essayé.",
  ],
  data_ai: [
    "Statistiques de fréquentation lues ensemble.",
    "Premier texte préparé avec un assistant d’IA, puis relu.",
    "Tableau de suivi commencé.",
    "Traductions préparées et relues.",
  ],
  sustainable: [
    "Poids du site mesuré, images allégées.",
    "Pratiques sobres passées en revue.",
    "Critères numériques d’un label lus ensemble.",
    "Matériel gardé plus longtemps : pistes notées.",
  ],
  project: [
    "Projet et calendrier d’ouverture posés.",
    "Démarche de classement expliquée.",
    "Dossier de label commencé.",
    "Aides possibles repérées.",
  ],
} as const;
