import type { Catalogue } from "../../translate";

export const themes: Catalogue["themes"] = {
  website: {
    name: "Website",
    sub: {
      creation: "creation",
      redesign: "redesign",
      hosting_domain: "hosting and domain name",
      content: "content",
      mobile: "mobile reading",
      performance: "speed",
      accessibility: "accessibility",
      languages: "languages",
    },
  },
  visibility: {
    name: "Visibility",
    sub: {
      seo: "search engines",
      google_business_profile: "Google Business Profile",
      maps_listings: "maps and listings",
      sit_record: "tourist information record",
      structured_data: "structured data",
      ai_search: "AI search",
    },
  },
  selling: {
    name: "Selling online",
    sub: {
      online_booking: "online booking",
      channel_manager: "calendar sync",
      otas: "booking platforms",
      direct_sales: "direct sales",
      pricing: "prices",
      payment: "payment",
      vouchers: "gift vouchers",
    },
  },
  reputation: {
    name: "E-reputation",
    sub: {
      reviews_collect: "collecting reviews",
      reviews_reply: "answering reviews",
      monitoring: "watching reviews",
      crisis: "hard times",
    },
  },
  social: {
    name: "Social media",
    sub: {
      strategy: "strategy",
      facebook: "Facebook",
      instagram: "Instagram",
      tiktok: "TikTok",
      youtube: "YouTube",
      linkedin: "LinkedIn",
      calendar: "posting calendar",
      ads: "advertising",
      influencers: "content creators",
    },
  },
  content: {
    name: "Content",
    sub: {
      photo: "photo",
      video: "video",
      writing: "writing",
      storytelling: "storytelling",
      copyright: "copyright and image rights",
    },
  },
  customer_relation: {
    name: "Customer relations",
    sub: {
      email: "e-mail",
      newsletter: "newsletter",
      crm: "customer file",
      welcome_booklet: "welcome booklet",
      satisfaction: "satisfaction",
    },
  },
  legal: {
    name: "Legal duties",
    sub: {
      legal_notices: "legal notice",
      gdpr: "personal data",
      cookies: "cookies",
      registration_number: "registration number",
      terms: "terms of sale",
      einvoicing: "e-invoicing",
    },
  },
  security: {
    name: "Security",
    sub: {
      passwords: "passwords",
      backups: "backups",
      phishing: "phishing",
      updates: "updates",
    },
  },
  equipment: {
    name: "Equipment",
    sub: {
      computer: "computer",
      smartphone: "phone",
      wifi: "wifi",
      tools: "tools",
    },
  },
  data_ai: {
    name: "Data and AI",
    sub: {
      analytics: "statistics",
      spreadsheets: "spreadsheets",
      ai_writing: "writing with AI",
      ai_images: "images and AI",
      translation: "translation",
      automation: "automation",
    },
  },
  sustainable: {
    name: "Responsible digital use",
    sub: {
      sober_site: "sober site",
      sober_use: "sober use",
      eco_labels: "eco-labels",
    },
  },
  project: {
    name: "Project",
    sub: {
      opening: "opening",
      classification: "classification",
      label_application: "label application",
      funding: "funding",
    },
  },
};
