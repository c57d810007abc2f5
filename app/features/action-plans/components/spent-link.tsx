import { useTexts } from "~/i18n/use-texts";

export interface SpentLinkData {
  canRenew: boolean;
}

/** A link that opens nothing any more: a fresh one in a tap where it only grew old. */
export function SpentLink({ spent, action }: { spent: SpentLinkData; action: string }) {
  const { link: t } = useTexts("myPlan");
  return (
    <section className="grid justify-items-start gap-4 py-8">
      <h1 className="text-xl">{spent.canRenew ? t.expiredTitle : t.revokedTitle}</h1>
      <p>{spent.canRenew ? t.expired : t.revoked}</p>
      {spent.canRenew ? (
        <form method="post" action={action}>
          <button type="submit" name="intent" value="renew" className="button button-main">
            {t.renew}
          </button>
        </form>
      ) : null}
    </section>
  );
}
