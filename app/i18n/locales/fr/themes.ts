export const themes = {
  website: {
    name: "Site internet",
    sub: {
      creation: "création",
      redesign: "refonte",
      hosting_domain: "hébergement et nom de domaine",
      content: "contenus",
      mobile: "lecture sur mobile",
      performance: "rapidité",
      accessibility: "accessibilité",
      languages: "langues",
    },
  },
  visibility: {
    name: "Visibilité",
    sub: {
      seo: "référencement",
      google_business_profile: "fiche d’établissement Google",
      maps_listings: "cartes et annuaires",
      sit_record: "fiche SIT",
      structured_data: "données structurées",
      ai_search: "recherche par IA",
    },
  },
  selling: {
    name: "Vente en ligne",
    sub: {
      online_booking: "réservation en ligne",
      channel_manager: "synchronisation des calendriers",
      otas: "plateformes de réservation",
      direct_sales: "vente directe",
      pricing: "tarifs",
      payment: "paiement",
      vouchers: "bons cadeaux",
    },
  },
  reputation: {
    name: "E-réputation",
    sub: {
      reviews_collect: "recueillir des avis",
      reviews_reply: "répondre aux avis",
      monitoring: "veille des avis",
      crisis: "situation difficile",
    },
  },
  social: {
    name: "Réseaux sociaux",
    sub: {
      strategy: "stratégie",
      facebook: "Facebook",
      instagram: "Instagram",
      tiktok: "TikTok",
      youtube: "YouTube",
      linkedin: "LinkedIn",
      calendar: "calendrier de publication",
      ads: "publicité",
      influencers: "créateurs de contenu",
    },
  },
  content: {
    name: "Contenus",
    sub: {
      photo: "photo",
      video: "vidéo",
      writing: "rédaction",
      storytelling: "récit",
      copyright: "droits d’auteur et à l’image",
    },
  },
  customer_relation: {
    name: "Relation client",
    sub: {
      email: "e-mail",
      newsletter: "lettre d’information",
      crm: "fichier clients",
      welcome_booklet: "livret d’accueil",
      satisfaction: "satisfaction",
    },
  },
  legal: {
    name: "Obligations légales",
    sub: {
      legal_notices: "mentions légales",
      gdpr: "données personnelles",
      cookies: "cookies",
      registration_number: "numéro d’enregistrement",
      terms: "conditions de vente",
      einvoicing: "facture électronique",
    },
  },
  security: {
    name: "Sécurité",
    sub: {
      passwords: "mots de passe",
      backups: "sauvegardes",
      phishing: "hameçonnage",
      updates: "mises à jour",
    },
  },
  equipment: {
    name: "Équipement",
    sub: {
      computer: "ordinateur",
      smartphone: "téléphone",
      wifi: "wifi",
      tools: "outils",
    },
  },
  data_ai: {
    name: "Données et IA",
    sub: {
      analytics: "statistiques",
      spreadsheets: "tableur",
      ai_writing: "rédiger avec l’IA",
      ai_images: "images et IA",
      translation: "traduction",
      automation: "automatisation",
    },
  },
  sustainable: {
    name: "Numérique responsable",
    sub: {
      sober_site: "site sobre",
      sober_use: "usages sobres",
      eco_labels: "labels environnementaux",
    },
  },
  project: {
    name: "Projet",
    sub: {
      opening: "ouverture",
      classification: "classement",
      label_application: "demande de label",
      funding: "financement",
    },
  },
} as const;
