import { accounts } from "./accounts";
import { actionPlans } from "./action-plans";
import { acts } from "./acts";
import { agenda } from "./agenda";
import { agreements } from "./agreements";
import { api } from "./api";
import { appointments } from "./appointments";
import { auth } from "./auth";
import { beside } from "./beside";
import { channels } from "./channels";
import { coaching } from "./coaching";
import { coachingExport } from "./coaching-export";
import { coachingLetter } from "./coaching-letter";
import { coachingLog } from "./coaching-log";
import { common } from "./common";
import { communes } from "./communes";
import { dashboard } from "./dashboard";
import { dataReading } from "./data-reading";
import { duplicates } from "./duplicates";
import { errors } from "./errors";
import { evidence } from "./evidence";
import { exports } from "./exports";
import { figures } from "./figures";
import { files } from "./files";
import { goals } from "./goals";
import { handover } from "./handover";
import { imports } from "./imports";
import { invitations } from "./invitations";
import { invited } from "./invited";
import { kinds } from "./kinds";
import { letters } from "./letters";
import { library } from "./library";
import { lostKey } from "./lost-key";
import { mails } from "./mails";
import { measures } from "./measures";
import { meets } from "./meets";
import { mine } from "./mine";
import { myPlan } from "./my-plan";
import { network } from "./network";
import { notices } from "./notices";
import { officeSettings } from "./office-settings";
import { ownData } from "./own-data";
import { plans } from "./plans";
import { programme } from "./programme";
import { providers } from "./providers";
import { records } from "./records";
import { reports } from "./reports";
import { requests } from "./requests";
import { resources } from "./resources";
import { schedules } from "./schedules";
import { series } from "./series";
import { sessionForm } from "./session-form";
import { settings } from "./settings";
import { sheets } from "./sheets";
import { signing } from "./signing";
import { tableImport } from "./table-import";
import { themes } from "./themes";
import { today } from "./today";
import { views } from "./views";
import { webhooks } from "./webhooks";
import { workshopMails } from "./workshop-mails";
import { workshopOffice } from "./workshop-office";
import { workshops } from "./workshops";

export const fr = {
  common,
  accounts,
  actionPlans,
  acts,
  agenda,
  agreements,
  api,
  appointments,
  auth,
  beside,
  channels,
  coaching,
  coachingExport,
  coachingLetter,
  coachingLog,
  communes,
  dashboard,
  dataReading,
  duplicates,
  errors,
  evidence,
  exports,
  figures,
  files,
  goals,
  handover,
  imports,
  kinds,
  letters,
  lostKey,
  library,
  mails,
  measures,
  meets,
  mine,
  myPlan,
  network,
  notices,
  officeSettings,
  ownData,
  plans,
  programme,
  providers,
  records,
  requests,
  resources,
  series,
  schedules,
  sessionForm,
  settings,
  tableImport,
  themes,
  today,
  views,
  webhooks,
  workshopMails,
  workshops,
  invitations,
  invited,
  sheets,
  signing,
  workshopOffice,
  reports,
};
