import type { Catalogue } from "../../translate";

export const views: Catalogue["views"] = {
  title: "Views and sharing",
  back: { dashboard: "Back to the dashboard", network: "Back to the network" },
  current: "Current filters:",
  kept: "Kept views",
  none: "No view kept. A view keeps the period and the filters under a name.",
  forAll: "offered to all",
  keep: {
    title: "Keep these filters",
    name: "Name of the view",
    isShared: "Offer it to my colleagues too",
    submit: "Keep the view",
    done: "The view is kept.",
  },
  forget: "Forget",
  forgotten: "The view is forgotten.",
  share: {
    title: "Show these figures by a link",
    help: {
      dashboard:
        "Whoever has the link reads the totals, without signing in, until the chosen day. No name, no list, no count under 5; filters on a person, a commune, a funder or a tag do not apply.",
      network:
        "Whoever has the link reads the network’s totals by territory, without signing in, until the chosen day. Complete months, as the offices logged them here: no name, no list, no count under 5.",
    },
    elsewhere: "Show the network’s figures by a link",
    name: "For whom, for what",
    days: "For",
    choices: { "7": "7 days", "30": "30 days", "90": "90 days" },
    submit: "Make the link",
  },
  links: "Living links",
  noLink: "No living link.",
  until: "until {{day}}",
  seen: "opened on {{day}}",
  unseen: "never opened",
  revoke: "Cut",
  revokeOf: "Cut the link {{name}}",
  revoked: "The link is cut: it opens nothing any more.",
  shown: {
    title: "The link is ready",
    copy: "Copy it now: it is shown once.",
    label: "Link to pass on",
  },
  shared: { until: "Shared view, open until {{day}}.", hidden: "Counts under 5 are not shown." },
};
