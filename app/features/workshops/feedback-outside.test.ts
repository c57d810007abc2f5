import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { toldOutside } from "./feedback-outside.server";
import { describeFeedback } from "./feedback-summary.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const row = (theme: string, answers: number, later = 0) => ({ theme, answers, later, usefulness: 4.5 });

it("puts rows of fewer than five answers together, never one alone, and tells nothing where all are too few", () => {
  const told = toldOutside([row("website", 12), row("reputation", 8), row("content", 3)]);
  expect(told).toMatchObject([
    { theme: "website", answers: 12, usefulness: 4.5, isOthers: false },
    { answers: 11, usefulness: null, isOthers: true },
  ]);
  expect(toldOutside([row("website", 12, 3), row("reputation", 8, 9)]).map(({ later }) => later)).toEqual([null, null]);
  expect(toldOutside([row("website", 3)])).toEqual([]);
});

it("gives a coordinator no small row and no words that may not be quoted; the office reads all", () => {
  const pays = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: pays.id });
  const facilitator = makeMember(office.id, "facilitator");
  const workshop = makeWorkshop(facilitator, office);
  const opine = (deed: string, isQuotable: boolean) =>
    sqlite()
      .prepare(
        `INSERT INTO workshop_feedback (id, owner_id, workshop_id, registration_id, moment, usefulness, deed, comment, is_quotable, created_at)
         VALUES (?, ?, ?, ?, 'end', 4, ?, '', ?, 1)`,
      )
      .run(newId(), office.id, workshop.id, makeRegistration(workshop).id, deed, isQuotable ? 1 : 0);
  for (const deed of ["Un", "Deux", "Trois"]) opine(deed, false);
  const coordinator = makeMember(pays.id, "coordinator");
  expect(describeFeedback(facilitator)).toMatchObject({ count: 3, themes: [{ answers: "3" }] });
  expect(describeFeedback(coordinator)).toMatchObject({ count: 0, themes: [], words: [] });
  for (const deed of ["Quatre", "Cinq"]) opine(deed, true);
  const seen = describeFeedback(coordinator);
  expect(seen).toMatchObject({ count: 5, themes: [{ answers: "5" }] });
  expect(seen.words.map(({ words, who }) => [words[0]?.text, who]).sort()).toEqual([
    ["Cinq", ""],
    ["Quatre", ""],
  ]);
  expect(describeFeedback(facilitator).words).toHaveLength(5);
  sqlite().prepare("UPDATE workshop_feedback SET moment = 'later' WHERE deed = 'Un'").run();
  for (const deed of ["Six", "Sept"]) opine(deed, false);
  expect(describeFeedback(coordinator).intro).toContain("moins de cinq seconds avis");
  expect(describeFeedback(facilitator).intro).toContain("1 second avis");
});
