import { accounts } from "./accounts";
import { actionPlans } from "./action-plans";
import { auth } from "./auth";
import { channels } from "./channels";
import { coaching } from "./coaching";
import { coachingLog } from "./coaching-log";
import { common } from "./common";
import { dashboard } from "./dashboard";
import { errors } from "./errors";
import { figures } from "./figures";
import { files } from "./files";
import { kinds } from "./kinds";
import { mails } from "./mails";
import { providers } from "./providers";
import { resources } from "./resources";
import { settings } from "./settings";
import { themes } from "./themes";
import { today } from "./today";

export const fr = {
  common,
  actionPlans,
  auth,
  accounts,
  settings,
  channels,
  coaching,
  dashboard,
  errors,
  figures,
  files,
  kinds,
  mails,
  providers,
  resources,
  themes,
  today,
  coachingLog,
};
