import type { Catalogue } from "../../translate";

export const sheets: Catalogue["sheets"] = {
  figures: {
    byKind: "One-to-one and group",
    themeMonths: "Themes by month",
    actions: "Actions by month",
    weeks: "Hours by week",
  },
  rows: {
    counted: "Sessions",
    establishments: "Establishments",
    providers: "Providers",
    actions: "Actions",
    workshops: "Workshops",
    meet: "To meet",
  },
  reports: {
    months: "Sessions by month",
    themes: "Sessions by theme",
    channels: "Sessions by channel",
    kinds: "One-to-one and group",
    providerKinds: "Accompanied by activity",
    communes: "Accompanied by commune",
    goals: "Goals",
  },
  lists: {
    sitCorrections: "To report",
  },
};
