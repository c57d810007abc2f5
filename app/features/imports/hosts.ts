// Whose page an address is. Lists of names, kept as data: add a line when a new one is met.

export const hostKinds = ["own", "booking", "marketplace", "federation", "social"] as const;
export type HostKind = (typeof hostKinds)[number];

/** Social networks: service → hosts. */
export const socialHosts: Record<string, readonly string[]> = {
  facebook: ["facebook.com", "fb.com", "fb.me", "m.me", "facebook.fr"],
  instagram: ["instagram.com", "instagr.am"],
  x: ["twitter.com", "x.com"],
  youtube: ["youtube.com", "youtu.be", "youtube.fr"],
  tiktok: ["tiktok.com"],
  linkedin: ["linkedin.com", "lnkd.in"],
  pinterest: ["pinterest.com", "pinterest.fr", "pin.it"],
  whatsapp: ["wa.me", "whatsapp.com"],
  snapchat: ["snapchat.com"],
  threads: ["threads.net", "threads.com"],
  vimeo: ["vimeo.com"],
  flickr: ["flickr.com"],
  linktree: ["linktr.ee"],
};

/** Marketplaces, review sites and directories, whatever their country: service → the name before the ending. */
export const marketplaceNames: Record<string, readonly string[]> = {
  booking: ["booking"],
  airbnb: ["airbnb"],
  tripadvisor: ["tripadvisor"],
  abritel: ["abritel", "homeaway", "homelidays", "vrbo", "fewo-direkt"],
  expedia: ["expedia"],
  hotels: ["hotels"],
  agoda: ["agoda"],
  trivago: ["trivago"],
  kayak: ["kayak"],
  hostelworld: ["hostelworld"],
  hrs: ["hrs"],
  lastminute: ["lastminute"],
  thefork: ["thefork", "lafourchette"],
  opentable: ["opentable"],
  quandoo: ["quandoo"],
  michelin: ["viamichelin"],
  getyourguide: ["getyourguide"],
  viator: ["viator"],
  funbooker: ["funbooker"],
  tiqets: ["tiqets"],
  groupon: ["groupon"],
  wonderbox: ["wonderbox"],
  smartbox: ["smartbox"],
  pagesjaunes: ["pagesjaunes"],
  leboncoin: ["leboncoin"],
  holidu: ["holidu"],
  hometogo: ["hometogo"],
  interhome: ["interhome"],
  novasol: ["novasol"],
  belvilla: ["belvilla"],
  eurocampings: ["eurocampings"],
  pitchup: ["pitchup"],
  yescapa: ["yescapa"],
  blablacar: ["blablacar"],
  ubereats: ["ubereats"],
  deliveroo: ["deliveroo"],
};

/** Marketplaces and directories with one address only: service → hosts. */
export const marketplaceHosts: Record<string, readonly string[]> = {
  google: ["g.page", "goo.gl", "maps.app.goo.gl", "maps.google.com", "maps.google.fr", "g.co"],
  michelin: ["guide.michelin.com"],
  routard: ["routard.com"],
  "petit-fute": ["petitfute.com"],
  yelp: ["yelp.com", "yelp.fr"],
  foursquare: ["foursquare.com"],
  "chambres-hotes": [
    "chambres-hotes.fr",
    "chambresdhotes.fr",
    "chambresdhotes.org",
    "chambres-hotes.org",
    "chambres-hotes-france.org",
  ],
  amivac: ["amivac.com"],
  cybevasion: ["cybevasion.fr", "cybevasion.com"],
  "gites-fr": ["gites.fr", "grandsgites.com", "gitesdegroupes.com", "gitelink.com", "gites-corse.com", "gites-et-maisons.com"],
  mediavacances: ["mediavacances.com"],
  papvacances: ["papvacances.fr"],
  likhom: ["likhom.com"],
  charme: ["charme-traditions.com", "hotels-charme.com", "guidesdecharme.com", "guestetdemeures.com"],
  greengo: ["greengo.voyage"],
  "cap-france": ["capfrance-vacances.com"],
  campings: ["campings.com", "campingfrance.com", "camping.info", "campingcard.com"],
  campercontact: ["campercontact.com"],
  park4night: ["park4night.com"],
  "camping-car-park": ["campingcarpark.com"],
  cottages: ["cottages.com", "poplidays.com", "locasun.fr", "maeva.com", "iha.fr", "iha.com", "vacances.com"],
  adrenactive: ["adrenactive.com", "manawa.com", "adrenaline-hunter.com", "getmyboat.com", "clickandboat.com", "samboat.fr"],
  winetourism: ["winetourism.com", "ruedesvignerons.com", "winalist.com", "winalist.fr"],
  "mon-producteur": ["mon-producteur.com", "acheteralasource.com", "bienvenuealaferme.com"],
  mariages: ["mariages.net", "1001salles.com", "bedouk.fr", "abcsalles.com"],
};

/** Federations, labels and chains' catalogues: a page there is not the business's own site. */
export const federationHosts: Record<string, readonly string[]> = {
  "gites-de-france": ["gites-de-france.com", "gites-de-france.fr", "gites-de-france.org", "gitesdefrance.com", "itea.fr"],
  clevacances: ["clevacances.com", "clevacances.org"],
  "bienvenue-a-la-ferme": ["bienvenue-a-la-ferme.com"],
  "accueil-paysan": ["accueil-paysan.com", "accueilpaysan.com"],
  "fleurs-de-soleil": ["fleursdesoleil.fr", "fleurs-soleil.tm.fr"],
  logis: ["logishotels.com", "logis-de-france.fr", "logis-de-france.com", "logisdefrance.com", "logis.fr"],
  "relais-du-silence": ["relaisdusilence.com"],
  "relais-chateaux": ["relaischateaux.com"],
  "chateaux-hotels": ["chateauxhotels.com", "collectionsetchateaux.com"],
  "symboles-de-france": ["symboles-de-france.com"],
  "camping-qualite": ["campingqualite.com"],
  "france-passion": ["france-passion.com"],
  rando: ["gites-refuges.com", "rando-accueil.com", "gtefrance.com"],
  "auberges-de-jeunesse": ["hifrance.org", "fuaj.org"],
  "vacances-bleues": ["vacancesbleues.fr"],
  "vins-du-val-de-loire": ["vinsvaldeloire.fr"],
  "vignerons-independants": ["vigneron-independant.com"],
};

/** Beginnings of a name that a federation gives its local offices: « gites-de-france-hautevienne.fr », « gdf13.com ». */
export const federationPatterns: readonly (readonly [service: string, pattern: RegExp])[] = [
  ["gites-de-france", /^(?:location-|reservation-|resa-)?gites?-?de-?france/],
  ["gites-de-france", /gites-?de-?france(?:-?\d{2,3})?$/],
  ["gites-de-france", /^gdf-?\d{2}/],
  ["clevacances", /^(?:location-|resa-)?cle-?vacances/],
  ["clevacances", /clevacances(?:-?\d{2,3})?$/],
  ["bienvenue-a-la-ferme", /^bienvenue-?a-?la-?ferme/],
];
