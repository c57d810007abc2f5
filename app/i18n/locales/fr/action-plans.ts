export const actionPlans = {
  title: "Mon plan",
  hello: "Bonjour, {{name}}",
  next: "Votre prochaine étape",
  done: "C’est fait",
  alreadyDone: "Déjà fait",
  notForMe: "Pas pour moi",
  due: "pour le {{day}}",
  minutes: "{{duration}} environ",
  ahead: "Ensuite",
  behind: "Déjà derrière vous",
  empty: "Votre plan est vide pour l’instant. Votre contact à l’office y notera vos prochaines étapes.",
  finished: "Toutes vos étapes sont faites.",
} as const;
