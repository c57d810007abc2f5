import type { Catalogue } from "../../translate";

export const channels: Catalogue["channels"] = {
  title: "Online presence",
  empty: "Nothing noted yet: site, Google profile, booking, reviews, social networks.",
  columns: { kind: "Channel", url: "Address", state: "State", checked: "Checked" },
  checkedOn: "on {{day}}",
  kinds: {
    website: "Website",
    google_profile: "Google profile",
    booking_tool: "Booking tool",
    marketplace: "Marketplace",
    review_site: "Review site",
    social: "Social network",
  },
  states: {
    unknown: "to check",
    active: "active",
    to_claim: "to claim",
    dormant: "dormant",
    broken: "broken",
    absent: "none",
  },
};
