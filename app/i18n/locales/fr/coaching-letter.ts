/** Words of the summary that a provider receives: never sent to a page. */
export const coachingLetter = {
  subject: "Notre échange du {{day}}",
  greeting: "Bonjour,",
  greetingTo: "Bonjour {{name}},",
  opening: "Voici ce que nous avons fait ensemble le {{day}} ({{duration}}).",
  theme: "Thème : {{theme}}.",
  steps: "La suite :",
  step: "– {{title}}",
  stepBy: "– {{title}}, d’ici le {{day}}",
  resources: "À lire :",
  closing: "À bientôt,",
  why: "Vous recevez ce message après une séance avec {{office}}.",
} as const;
