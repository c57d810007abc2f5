export const auth = {
  title: "Se connecter",
  intro: "Accompagner les prestataires, pas à pas.",
  email: "E-mail",
  password: "Mot de passe",
  submit: "Se connecter",
  link: "Recevoir un lien par e-mail",
  expired: "Votre session a expiré. Connectez-vous : ce que vous aviez saisi est gardé.",
} as const;
