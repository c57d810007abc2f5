export const exports = {
  preparing: "Le fichier se prépare",
  done: "Le fichier est prêt",
  over: "Il n’y a pas de fichier ici",
  progress: "{{done}} lignes sur {{total}}",
  leave: "Vous pouvez quitter cette page : le travail continue. Gardez son adresse pour y revenir.",
  ready: "{{total}} lignes, {{megabytes}} Mo",
  kept: "Il vous attend {{hours}} heures, à vous seul, puis il est supprimé.",
  failed: "Le fichier n’a pas pu être préparé. Revenez à la liste et demandez-le à nouveau.",
  gone: "Ce fichier n’est plus gardé. Revenez à la liste et demandez-le à nouveau.",
  withdrawn:
    "Ce fichier est retiré : il pouvait contenir une personne dont les données viennent d’être effacées. Revenez à la liste et demandez-le à nouveau.",
  download: "Télécharger",
  back: "Revenir à la liste",
} as const;
