import { type Theme, themeCodes } from "~/features/themes/model";
import { fold } from "~/lib/fold";
import { type SessionChannel, sessionChannels } from "~/lib/vocabulary";

/** The theme that French words of a follow-up file mean; null when they are none of ours. */
export function themeOfWords(words: string): Theme | null {
  const folded = fold(words);
  return themeCodes.find((code) => code === folded) ?? themePatterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** How a session was held, of French words; null when they say nothing known. */
export function channelOfWords(words: string): SessionChannel | null {
  const folded = fold(words);
  return (
    sessionChannels.find((code) => code === folded) ?? channelPatterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null
  );
}

const channelPatterns: readonly (readonly [RegExp, SessionChannel])[] = [
  [/visio|zoom|teams|meet\b|a distance|distanciel|skype/, "video"],
  [/tel\b|telephon|appel|\bphone/, "phone"],
  [/mail|courriel|ecrit|message/, "email"],
  [/office|bureau|\bot\b|\boti?\b|accueil|dans nos locaux/, "office"],
  [/sur place|visite|chez|domicile|terrain|deplacement|etablissement|presentiel|rdv physique/, "visit"],
  [/ailleurs|exterieur|salle|mairie|autre/, "elsewhere"],
];

/** The first pattern that fits decides: what is narrow stands before what is wide. */
const themePatterns: readonly (readonly [RegExp, Theme])[] = [
  [/google|referencement|\bseo\b|visibilite|fiche (?:etablissement|sit|apidae)|\bgmb\b|annuaire|waze|plans/, "visibility"],
  [/reseaux? socia|facebook|instagram|tiktok|linkedin|youtube|\brs\b|pinterest|community/, "social"],
  [/avis|e ?reputation|reputation|tripadvisor/, "reputation"],
  [/reserv|vente|commercialis|booking|airbnb|channel manager|calendrier|paiement|tarif|place de marche|\bota/, "selling"],
  [/newsletter|e ?mailing|relation client|crm|fichier client|livret d'accueil|fidelis|satisfaction/, "customer_relation"],
  [/photo|video|redaction|contenu|texte|canva|visuel|droit a l'image/, "content"],
  [/rgpd|mentions legales|juridique|legal|cookies|cgv|declaration|facture|numero d'enregistrement/, "legal"],
  [/securite|mot de passe|sauvegarde|piratage|phishing|hamec/, "security"],
  [/intelligence artificielle|\bia\b|chatgpt|donnees|statistique|analytics|tableur|excel|traduction|automatis/, "data_ai"],
  [/ordinateur|smartphone|wifi|wi fi|materiel|equipement|tablette|logiciel|outil/, "equipment"],
  [/durable|ecolabel|sobriete|sobre|ecolog|clef verte|rse\b/, "sustainable"],
  [/site|web|wordpress|wix|hebergement|nom de domaine|refonte/, "website"],
  [/projet|creation|ouverture|classement|label|financement|subvention/, "project"],
];
