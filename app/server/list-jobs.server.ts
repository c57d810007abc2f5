import { exportInvitations } from "~/features/accounts/invitations-export.server";
import { exportPeople } from "~/features/accounts/people-export.server";
import { exportPlans } from "~/features/action-plans/export.server";
import { exportSessions } from "~/features/coaching/export.server";
import { exportGoals } from "~/features/dashboards/goal-export.server";
import { exportFigureRows } from "~/features/dashboards/rows-export.server";
import { exportPairs } from "~/features/duplicates/pairs-export.server";
import { exportJobs } from "~/features/exports/jobs.server";
import { exportMails } from "~/features/notifications/sent-export.server";
import { exportRequests } from "~/features/own-data/requests-export.server";
import { exportCorrections } from "~/features/providers/corrections-export.server";
import { exportProviders } from "~/features/providers/export.server";
import { exportResources } from "~/features/resources/export.server";
import { exportFeeds } from "~/features/resources/feeds-export.server";
import { exportLetters } from "~/features/resources/letters-export.server";
import { exportLinks } from "~/features/resources/links-export.server";
import { exportProposals } from "~/features/resources/proposals-export.server";
import { exportReports } from "~/features/resources/reports-export.server";
import { exportReview } from "~/features/resources/review-export.server";
import { exportUsage } from "~/features/resources/usage-export.server";
import { exportWatch } from "~/features/resources/watch-export.server";
import { exportRegistrationsAt, exportWorkshops } from "~/features/workshops/export.server";
import { exportFeedback } from "~/features/workshops/feedback-export.server";

/** What writes each list as a file. */
export const listFiles = {
  coaching: exportSessions,
  providers: exportProviders,
  plans: exportPlans,
  workshops: exportWorkshops,
  registrations: exportRegistrationsAt,
  resources: exportResources,
  figureRows: exportFigureRows,
  goals: exportGoals,
  sitCorrections: exportCorrections,
  mails: exportMails,
  usage: exportUsage,
  feedback: exportFeedback,
  requests: exportRequests,
  watch: exportWatch,
  reports: exportReports,
  links: exportLinks,
  review: exportReview,
  people: exportPeople,
  duplicates: exportPairs,
  proposals: exportProposals,
  feeds: exportFeeds,
  letters: exportLetters,
  invitations: exportInvitations,
};

/** The long lists that are written in the background. */
export const listJobs = exportJobs(listFiles);
