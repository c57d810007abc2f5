import type { Catalogue } from "../../translate";

export const acts: Catalogue["acts"] = {
  website: [
    "Went through the site page by page and noted what to redo.",
    "Reworked the home page together.",
    "Checked how the site reads on a phone.",
    "Recovered access to the hosting and the domain name.",
  ],
  visibility: [
    "Claimed and completed the Google business profile.",
    "Reread and updated the tourist information record.",
    "Brought hours, phone and address into line everywhere.",
    "Renewed the photos and description of the Google profile.",
  ],
  selling: [
    "Presented and compared online booking.",
    "Synchronised the calendars of the platforms.",
    "Reviewed terms of sale and deposit.",
    "Entered and checked the season’s prices.",
  ],
  reputation: [
    "Wrote the answers to the latest reviews together.",
    "Prepared a message that asks for a review.",
    "Read and sorted the reviews of the last twelve months.",
    "Set up a monitoring alert.",
  ],
  social: [
    "Prepared the month’s calendar of posts.",
    "Created and completed the page or account.",
    "Wrote the first post together.",
    "Read the account’s statistics together.",
  ],
  content: [
    "Took photos on site and looked at the phone’s settings.",
    "Chose and sorted the photos.",
    "Rewrote the presentation text.",
    "Shot and edited a short video.",
  ],
  customer_relation: [
    "Wrote the welcome and the departure messages.",
    "Began the welcome booklet.",
    "Cleaned the customer list.",
    "Prepared a newsletter.",
  ],
  legal: [
    "Reread and completed the legal notices.",
    "Checked the cookie banner.",
    "Checked the rental’s registration number.",
    "Reread the terms of sale.",
  ],
  security: [
    "Strengthened passwords and installed a manager.",
    "Turned on two-step verification for the mailbox.",
    "Set up a backup and tried it.",
    "Recognised phishing messages on examples.",
  ],
  equipment: [
    "First steps with the computer or tablet.",
    "Checked the guests’ wifi.",
    "Installed the updates.",
    "Installed and tried a tool.",
  ],
  data_ai: [
    "Read the visit statistics together.",
    "Prepared a first text with an AI assistant, then reread it.",
    "Began a follow-up spreadsheet.",
    "Prepared and reread translations.",
  ],
  sustainable: [
    "Measured the site’s weight and lightened the images.",
    "Went through sober habits.",
    "Read the digital criteria of a label together.",
    "Noted ways to keep equipment longer.",
  ],
  project: [
    "Set out the project and the opening calendar.",
    "Explained the classification procedure.",
    "Began a label application.",
    "Found possible grants.",
  ],
};
