/** Coaching themes and their sub-themes (domain 3.1). Their names stand in the `themes` texts. */
export const themes = {
  website: ["creation", "redesign", "hosting_domain", "content", "mobile", "performance", "accessibility", "languages"],
  visibility: ["seo", "google_business_profile", "maps_listings", "sit_record", "structured_data", "ai_search"],
  selling: ["online_booking", "channel_manager", "otas", "direct_sales", "pricing", "payment", "vouchers"],
  reputation: ["reviews_collect", "reviews_reply", "monitoring", "crisis"],
  social: ["strategy", "facebook", "instagram", "tiktok", "youtube", "linkedin", "calendar", "ads", "influencers"],
  content: ["photo", "video", "writing", "storytelling", "copyright"],
  customer_relation: ["email", "newsletter", "crm", "welcome_booklet", "satisfaction"],
  legal: ["legal_notices", "gdpr", "cookies", "registration_number", "terms", "einvoicing"],
  security: ["passwords", "backups", "phishing", "updates"],
  equipment: ["computer", "smartphone", "wifi", "tools"],
  data_ai: ["analytics", "spreadsheets", "ai_writing", "ai_images", "translation", "automation"],
  sustainable: ["sober_site", "sober_use", "eco_labels"],
  project: ["opening", "classification", "label_application", "funding"],
} as const;

export type Theme = keyof typeof themes;
export const themeCodes = Object.keys(themes).filter(isTheme);

export function isTheme(code: string): code is Theme {
  return Object.hasOwn(themes, code);
}

/** Whether `theme.sub_theme` names a sub-theme of the list. */
export function isSubTheme(code: string): boolean {
  const [theme = "", sub = ""] = code.split(".");
  return isTheme(theme) && themes[theme].some((known) => known === sub);
}
