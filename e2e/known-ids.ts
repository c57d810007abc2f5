/** The ids that addresses of this test's office carry. */
export interface Ids {
  provider: string;
  other: string;
  session: string;
  /** Held by a neighbouring office with people of this one. */
  shared: string;
  action: string;
  plan: string;
  user: string;
  membership: string;
  sheet: string;
  /** The address of a resource that the office wrote. */
  resource: string;
  /** A piece of news of the watch. */
  news: string;
  /** A letter that has not left. */
  letter: string;
  /** The address of a collection of the office. */
  collection: string;
  office: string;
  establishment: string;
  contact: string;
  workshop: string;
  goal: string;
  report: string;
  activityReport: string;
  appointment: string;
  webhook: string;
  /** A host asked to read all that is kept. */
  dataRequest: string;
  /** A funder to whom a goal is promised. */
  funder: string;
}
