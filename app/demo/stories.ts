import type { Theme } from "~/features/themes/model";

interface Story {
  /** How often the theme comes up, a weight. */
  weight: number;
  notes: readonly string[];
  steps: readonly string[];
  workshop: string;
}

/** What is done in the demonstration's sessions, by theme. */
export const stories: Record<Theme, Story> = {
  website: {
    weight: 16,
    notes: [
      "Relecture de la page d’accueil sur téléphone : tarifs de l’an dernier, photo trop lourde. Corrigés ensemble.",
      "Choix du nom de domaine et de l’hébergement. Le plan du site tient en cinq pages.",
      "Mise à jour des tarifs, des dates d’ouverture et du plan d’accès.",
      "Ajout d’un bouton « Réserver » visible dès l’ouverture sur téléphone.",
    ],
    steps: [
      "Remplacer les photos de la page d’accueil",
      "Écrire la page « Venir chez nous »",
      "Mettre à jour les tarifs de la saison",
      "Traduire la page d’accueil en anglais",
    ],
    workshop: "Un site qui donne envie de réserver",
  },
  visibility: {
    weight: 18,
    notes: [
      "Fiche d’établissement Google réclamée, horaires et photos mis à jour.",
      "Contrôle de la fiche SIT : téléphone et lien du site corrigés, trois photos ajoutées.",
      "Recherche du nom sur téléphone : deux fiches en double signalées.",
      "Choix de la catégorie et des services de la fiche Google, première publication.",
    ],
    steps: [
      "Ajouter dix photos récentes à la fiche Google",
      "Vérifier les horaires d’ouverture sur la fiche Google",
      "Compléter la fiche SIT : tarifs et ouvertures",
      "Publier une actualité par mois sur la fiche Google",
    ],
    workshop: "Ma fiche Google, pas à pas",
  },
  selling: {
    weight: 11,
    notes: [
      "Comparaison de deux outils de réservation en ligne. Essai gratuit ouvert.",
      "Calendriers de deux plateformes reliés : plus de double réservation.",
      "Calcul de la part des commissions sur l’année et des ventes en direct.",
      "Règlement de la politique d’annulation et de l’acompte en ligne.",
    ],
    steps: [
      "Relier le calendrier aux plateformes",
      "Afficher le prix en direct sur le site",
      "Ouvrir le paiement de l’acompte en ligne",
      "Noter chaque mois la part des réservations en direct",
    ],
    workshop: "Vendre en direct : réservation et calendriers",
  },
  reputation: {
    weight: 14,
    notes: [
      "Réponses écrites ensemble aux cinq derniers avis, dont un difficile.",
      "Modèle de message pour demander un avis après le séjour.",
      "Lecture des avis de la saison : l’accueil plaît, la literie revient souvent.",
      "Mise en place d’une alerte sur le nom de l’établissement.",
    ],
    steps: [
      "Répondre à chaque avis sous une semaine",
      "Demander un avis dans le message de départ",
      "Préparer trois réponses types",
      "Corriger le point qui revient dans les avis",
    ],
    workshop: "Répondre aux avis sans s’énerver",
  },
  social: {
    weight: 13,
    notes: [
      "Choix d’un seul réseau à faire vivre. Profil complété, lien du site ajouté.",
      "Calendrier de publication de six semaines, deux publications par semaine.",
      "Première story tournée sur place, puis légende et lieu.",
      "Lecture des statistiques : les coulisses marchent mieux que les promotions.",
    ],
    steps: [
      "Publier une fois par semaine pendant un mois",
      "Identifier la destination dans chaque publication",
      "Préparer dix photos d’avance",
      "Répondre aux messages deux fois par semaine",
    ],
    workshop: "Instagram : les premiers pas",
  },
  content: {
    weight: 9,
    notes: [
      "Prise de vue au téléphone : lumière du matin, horizon droit, rangement avant la photo.",
      "Écriture de la présentation en dix lignes, à la première personne.",
      "Tri de 200 photos : trente gardées, droits vérifiés.",
    ],
    steps: [
      "Refaire les photos des chambres à la lumière du matin",
      "Écrire la présentation en dix lignes",
      "Tourner une vidéo de trente secondes",
    ],
    workshop: "De belles photos avec un téléphone",
  },
  customer_relation: {
    weight: 5,
    notes: [
      "Signature de mail et réponse automatique mises en place.",
      "Livret d’accueil numérique : plan, wifi, bonnes adresses.",
      "Première lettre aux anciens clients, avec leur accord.",
    ],
    steps: ["Rédiger le message d’avant séjour", "Compléter le livret d’accueil", "Demander leur accord aux anciens clients"],
    workshop: "Avant, pendant, après le séjour : écrire à ses clients",
  },
  legal: {
    weight: 4,
    notes: [
      "Mentions légales et page de confidentialité ajoutées au site.",
      "Numéro d’enregistrement du meublé ajouté à chaque annonce.",
    ],
    steps: ["Publier les mentions légales", "Afficher le numéro d’enregistrement dans chaque annonce"],
    workshop: "Mon site est-il en règle ?",
  },
  security: {
    weight: 3,
    notes: [
      "Mots de passe changés, double vérification activée sur la messagerie.",
      "Faux message d’une plateforme reconnu ; les bons réflexes revus.",
    ],
    steps: ["Activer la double vérification de la messagerie", "Sauvegarder les photos sur un second support"],
    workshop: "Reconnaître un message frauduleux",
  },
  equipment: {
    weight: 2,
    notes: ["Réglage du wifi des clients et affichage du code.", "Choix d’un ordinateur portable et transfert des dossiers."],
    steps: ["Afficher le code wifi dans chaque logement"],
    workshop: "Café numérique : venez avec votre question",
  },
  data_ai: {
    weight: 4,
    notes: [
      "Premiers textes rédigés avec une IA, relus et remis dans le ton de la maison.",
      "Lecture des statistiques du site : d’où viennent les visiteurs.",
    ],
    steps: ["Relire les textes proposés par l’IA avant de publier", "Regarder les statistiques du site une fois par mois"],
    workshop: "L’IA pour écrire et traduire, avec mesure",
  },
  sustainable: {
    weight: 1,
    notes: ["Allègement des images du site et tri de la messagerie."],
    steps: ["Réduire le poids des images du site"],
    workshop: "Un numérique plus sobre",
  },
  project: {
    weight: 2,
    notes: ["Étapes avant l’ouverture : déclaration en mairie, classement, nom, premières photos."],
    steps: ["Demander le classement du meublé", "Réserver le nom de domaine"],
    workshop: "J’ouvre bientôt : par où commencer en ligne",
  },
};

export const privateNotes = [
  "Peu de temps en ce moment : rappeler plutôt le lundi matin.",
  "Préfère qu’on fasse avec, pas à la place.",
  "Hésite à vendre l’an prochain.",
  "Très à l’aise, pourrait témoigner en atelier.",
] as const;
