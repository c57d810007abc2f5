import type { Catalogue } from "../../translate";

export const kinds: Catalogue["kinds"] = {
  hotel: "Hotel",
  guesthouse: "Guesthouse",
  rental: "Holiday rental",
  camping: "Campsite",
  group_lodging: "Group lodging",
  motorhome_area: "Motorhome area",
  restaurant: "Restaurant",
  activity: "Activity",
  site: "Visitor site",
  producer: "Producer",
  shop_service: "Shop, service",
  event_organiser: "Event organiser",
  project: "Project holder",
};
