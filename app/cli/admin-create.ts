import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { hashPassword } from "~/auth/password.server";
import { closeDatabase } from "~/db/client.server";
import { makeAdministrator } from "~/features/accounts/setup.commands.server";
import { NotFoundError } from "~/lib/errors";

// `npm run admin:create -- --email karim@pays.example --name "Karim Delorme"`: a new administrator, or a way
// back in for one who lost theirs. The password is printed once.
const { email = "", name = "" } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } }).values;
if (!email.includes("@") || !name) {
  console.error('Usage : npm run admin:create -- --email ADRESSE --name "Prénom Nom"');
  process.exit(2);
}
const password = randomBytes(15).toString("base64url");
try {
  const { isNew } = makeAdministrator({ email, name, passwordHash: await hashPassword(password) });
  console.log(
    isNew ? `Compte créé pour ${email}.` : `Le compte ${email} administre l’installation ; son mot de passe est remplacé.`,
  );
  console.log(`Mot de passe, affiché une seule fois : ${password}`);
} catch (error) {
  if (!(error instanceof NotFoundError)) throw error;
  console.error("Aucune organisation : ouvrez d’abord /setup avec le code affiché au démarrage.");
  process.exitCode = 1;
}
closeDatabase();
