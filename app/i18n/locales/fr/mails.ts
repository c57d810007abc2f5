/** What mails have in common, and the messages of accounts; each feature keeps its own in its area. */
export const mails = {
  copy: "Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :",
  hello: "Bonjour {{name}},",
  helloNobody: "Bonjour,",
  foot: "Balise, l’accompagnement numérique des prestataires de votre territoire.",
  why: "Vous recevez ce message parce que cette adresse a été saisie sur {{url}}.",
} as const;
