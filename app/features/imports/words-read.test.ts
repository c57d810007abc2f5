import { describe, expect, it } from "vitest";
import { emailsIn, sortLinks } from "./readers/contact-ways";
import { kindOfWords } from "./readers/kind-words";
import { phonesIn } from "./readers/phones";
import { readWebAddress } from "./readers/web-address";

describe("what people write", () => {
  it.each([
    ["01 99 00 00 01 / 06 99 00 00 02", ["+33199000001", "+33699000002"]],
    ["01.99.00.00.01 ou 06.99.00.00.02 (le soir)", ["+33199000001", "+33699000002"]],
    ["0199000001 0699000002", ["+33199000001", "+33699000002"]],
    ["Tél. : +33 (0)1 99 00 00 01", ["+33199000001"]],
    ["0033199000001", ["+33199000001"]],
    ["33 1 99 00 00 01", ["+33199000001"]],
    ["199000001", ["+33199000001"]],
    ["01/99/00/00/01", ["+33199000001"]],
    ["sur rendez-vous", []],
  ])("phones: %s", (raw, phones) => expect(phonesIn(raw)).toEqual(phones));

  it.each([
    ["https://www.airbnb.co.uk/rooms/1", "marketplace", "airbnb"],
    ["https://fr.tripadvisor.be/x", "marketplace", "tripadvisor"],
    ["booking.com/hotel/fr/x.html", "marketplace", "booking"],
    ["https://www.facebook.com/x", "social", "facebook"],
    ["https://m.facebook.com/x", "social", "facebook"],
    ["https://youtu.be/x", "social", "youtube"],
    ["https://x.com/essai", "social", "x"],
    ["https://hotelx.com", "own", null],
    ["https://www.secure.reservit.com/x", "booking", null],
    ["https://reservation.alder.example/", "booking", null],
    ["https://www.gites-de-france-hautevienne.fr/cgi.php?&NUM=1", "federation", "gites-de-france"],
    ["https://www.gdf13.com/resa", "federation", "gites-de-france"],
    ["https://www.logishotels.com/fr/hotel/1", "federation", "logis"],
    ["https://essai.free.fr/", "own", null],
    ["www.essai.example", "own", null],
    ["http//www.essai.example", "own", null],
  ])("whose page: %s", (raw, kind, service) => expect(readWebAddress(raw)).toMatchObject({ kind, service }));

  it.each(["", "néant", "javascript:alert(1)", "a@b.example", "ftp://x.example", "https://localhost/"])("no page: %s", (raw) =>
    expect(readWebAddress(raw)).toBeNull(),
  );

  it("e-mails: several in a field, lower case, each once", () =>
    expect(emailsIn(["A@B.example ; c@d.example", "mailto:a@b.example", "a@b"])).toEqual(["a@b.example", "c@d.example"]));
  it("an own page given for booking is the booking page", () =>
    expect(sortLinks([], ["https://a.example/"])).toMatchObject({ website: null, bookingUrl: "https://a.example/" }));

  it.each([
    ["Hôtellerie de plein air", "camping"],
    ["HÔTEL DE TOURISME", "hotel"],
    ["Chambre d’hôtes", "guesthouse"],
    ["Gîte de groupe", "group_lodging"],
    ["Meublé de tourisme", "rental"],
    ["Location de vélos", "activity"],
    ["Ferme-auberge", "restaurant"],
    ["Domaine viticole", "producer"],
    ["Aire de camping-car", "motorhome_area"],
    ["Musée", "site"],
  ])("words: %s → %s", (words, kind) => expect(kindOfWords(words)?.kind).toBe(kind));
});
