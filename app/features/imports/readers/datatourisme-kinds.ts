import type { EstablishmentKind } from "~/lib/vocabulary";
import type { SkipReason } from "../model";

export type Sorted = { kind: EstablishmentKind; reason: null } | { kind: null; reason: SkipReason };

/**
 * What the classes of an object make of it. They come with their ancestors, so the first rule that
 * names one of them decides: what is never a provider, then the most telling classes, then the families.
 * The first letters of a Tourinsoft identifier (`HOT…`) choose where several families are named.
 */
export function sortClasses(classes: ReadonlySet<string>, identifier: string | null): Sorted {
  const never = reasonIn(leftOut, classes);
  if (never) return { kind: null, reason: never };
  const kinds = rules.filter(([, names]) => names.some((name) => classes.has(name))).map(([kind]) => kind);
  if (classes.has("Accommodation")) kinds.push("rental");
  const told = identifierKinds.get(/^([A-Z]{3})[A-Z\d]{6,}/.exec(identifier ?? "")?.[1] ?? "");
  const chosen = kinds.find((kind) => told !== undefined && family(kind) === family(told)) ?? kinds[0];
  return chosen ? { kind: chosen, reason: null } : { kind: null, reason: reasonIn(leftOutAtLast, classes) ?? "unknown_type" };
}

function reasonIn(reasons: typeof leftOut, classes: ReadonlySet<string>): SkipReason | undefined {
  return reasons.find(([, names]) => names.some((name) => classes.has(name)))?.[0];
}

/** All lodging is one family: an `HLO…` is a rental or a guesthouse as its classes say. */
function family(kind: EstablishmentKind): string {
  return ["hotel", "guesthouse", "rental", "camping", "group_lodging", "motorhome_area"].includes(kind) ? "lodging" : kind;
}

/** Never a provider, whatever else is said of it. */
const leftOut: readonly (readonly [SkipReason, readonly string[]])[] = [
  ["event", ["EntertainmentAndEvent", "Event", "CulturalEvent", "SportsEvent", "SaleEvent", "SocialEvent", "BusinessEvent"]],
  ["tour", ["Tour", "WalkingTour", "CyclingTour", "RoadTour", "HorseTour", "FluvialTour", "UnderwaterRoute"]],
  ["public_place", ["TouristInformationCenter", "LocalTouristOffice", "DepartementTouristOffice", "RegionalTouristOffice"]],
];

/** Families, the most telling first. */
const rules: readonly (readonly [EstablishmentKind, readonly string[]])[] = [
  ["motorhome_area", ["CamperVanArea", "CampingCarArea"]],
  [
    "camping",
    ["Camping", "CampingAndCaravanning", "NaturalAreaCampground", "NaturalCampingArea", "FarmCamping", "ResidentialLeisurePark"],
  ],
  ["camping", ["Campground"]],
  ["hotel", ["Hotel", "HotelTrade", "HotelRestaurant", "BudgetHotel", "ApartmentHotel", "TouristResidence", "HotelResidence"]],
  ["guesthouse", ["Guesthouse", "TableHoteGuesthouse", "BedAndBreakfast"]],
  [
    "group_lodging",
    ["CollectiveAccommodation", "GroupLodging", "StopOverOrGroupLodge", "CollectiveHostel", "YouthHostelAndInternationalCentre"],
  ],
  [
    "group_lodging",
    ["HolidayCentre", "HolidayVillage", "ClubOrHolidayVillage", "HolidayResort", "MountainRefuge", "Hostel", "ChildrenCentre"],
  ],
  [
    "rental",
    ["RentalAccommodation", "SelfCateringAccommodation", "House", "Apartment", "Chalet", "Bungalow", "Yurt", "TreeHouse", "Hut"],
  ],
  ["rental", ["CastleAndPrestigeMansion", "Houseboat", "UnusualAccommodation"]],
  [
    "producer",
    ["TastingProvider", "Producer", "WineCellar", "Cooperative", "Winery", "Distillery", "Brewery", "FarmProducer", "Cellar"],
  ],
  [
    "restaurant",
    [
      "FoodEstablishment",
      "Restaurant",
      "FarmhouseInn",
      "BistroOrWineBar",
      "BrasserieOrTavern",
      "CafeOrTeahouse",
      "CafeOrCoffeeShop",
    ],
  ],
  [
    "restaurant",
    [
      "GourmetRestaurant",
      "FastFoodRestaurant",
      "IceCreamShop",
      "StreetFood",
      "SelfServiceCafeteria",
      "BarOrPub",
      "MountainRestaurant",
    ],
  ],
  [
    "site",
    [
      "CulturalSite",
      "ParkAndGarden",
      "Museum",
      "Castle",
      "InterpretationCentre",
      "RemarkableBuilding",
      "ReligiousSite",
      "ZooAnimalPark",
    ],
  ],
  [
    "activity",
    [
      "ActivityProvider",
      "SportsAndLeisurePlace",
      "CulturalActivityProvider",
      "LeisureComplex",
      "ThemePark",
      "EquipmentRentalShop",
    ],
  ],
  ["activity", ["Practice", "Visit", "EquipmentRental", "Course", "Rental"]],
  ["producer", ["Tasting"]],
  [
    "shop_service",
    ["Store", "ServiceProvider", "BusinessPlace", "CraftsmanShop", "BoutiqueOrLocalShop", "LocalProductsShop", "TravelAgency"],
  ],
  ["shop_service", ["TourOperatorOrTravelAgency", "Transporter", "Carrier", "Caterer", "LocalBusiness"]],
];

/** Left out when nothing above makes a provider of it. */
const leftOutAtLast: readonly (readonly [SkipReason, readonly string[]])[] = [
  ["nature", ["NaturalHeritage", "Beach", "Landform", "BodyOfWater", "Forest", "Mountain", "Cascade", "PointOfView"]],
  [
    "public_place",
    ["ConvenientService", "Transport", "MedicalPlace", "HealthcarePlace", "HealthcareProfessional", "PicnicArea", "ParkingLot"],
  ],
  [
    "public_place",
    ["CivicStructure", "PublicLavatories", "TownHall", "ServiceArea", "Parking", "TrainStation", "BusStop", "Airport"],
  ],
];

/** First three letters of a Tourinsoft identifier, or its syndication's type. */
export const identifierKinds: ReadonlyMap<string, EstablishmentKind> = new Map([
  ["HOT", "hotel"],
  ["RES", "restaurant"],
  ["HLO", "rental"],
  ["HPA", "camping"],
  ["CAM", "camping"],
  ["HCO", "group_lodging"],
  ["VIL", "group_lodging"],
  ["ACC", "motorhome_area"],
  ["CHB", "guesthouse"],
  ["CHA", "guesthouse"],
  ["GIT", "rental"],
  ["MEU", "rental"],
  ["RTO", "hotel"],
  ["PCU", "site"],
  ["ASC", "activity"],
  ["LOI", "activity"],
  ["DEG", "producer"],
  ["PRD", "producer"],
  ["COM", "shop_service"],
  ["SEM", "shop_service"],
]);
