import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { addAction } from "./actions.commands.server";
import { actionSchema } from "./form";
import { makePlanPdf } from "./plan-pdf.server";
import { getPlanHead } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

it("is a tagged A4 in the provider's language, without its drafts, closed to other offices", async () => {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  for (const publication of ["published", "draft"])
    addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: `Étape ${publication}`, publication }));
  const { name, bytes } = await makePlanPdf(facilitator, gite.id);
  expect(name).toBe("Plan d’action de Gîte des Pins.pdf");
  const { pages, text, isTagged, roles, language } = await readPdf(bytes);
  expect({ isTagged, language, pages: pages.length }).toEqual({ isTagged: true, language: "fr", pages: 1 });
  expect(roles).toEqual(expect.arrayContaining(["H1", "H2", "P"]));
  expect(text).toContain("Étape published");
  expect(text).not.toContain("Étape draft");
  await expect(makePlanPdf(makeMember(makeOrganisation().id, "facilitator"), gite.id)).rejects.toThrow(NotFoundError);
});

it.each([
  ["keeps every step of a plan of six on one page", { steps: 6, told: "Étape 6", untold: "autre étape" }],
  [
    "says how many steps come later where a long plan would not fit",
    { steps: 24, told: "autres étapes, à voir", untold: "Étape 24" },
  ],
])("%s", async (_label, { steps, told, untold }) => {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const why = "Ceux qui hésitent lisent vos réponses avant de choisir où dormir.";
  for (let step = 1; step <= steps; step += 1)
    addAction(facilitator, plan, actionSchema.parse({ id: newId(), title: `Étape ${step}`, why, minutes: 20 }));
  const { pages, text } = await readPdf((await makePlanPdf(facilitator, gite.id)).bytes);
  expect(pages).toHaveLength(1);
  expect(text).toContain(told);
  expect(text).not.toContain(untold);
});
