/** The page that an invitation's mail opens. */
export const invited = {
  title: "Votre invitation",
  registered: "Vous êtes inscrit à cet atelier. Le message de confirmation porte le lien pour changer ou annuler.",
  hasDeclined: "Vous avez répondu que vous ne viendrez pas. Vous pouvez encore vous inscrire.",
  decline: "Je ne viendrai pas",
  declined: "C’est noté : vous ne viendrez pas. Merci d’avoir répondu.",
} as const;
