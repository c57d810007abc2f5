import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { tellApart } from "~/features/duplicates/commands.server";
import { listLikelyPairs } from "~/features/duplicates/queries.server";
import { getProvider } from "~/features/providers/queries.server";
import { answering, forbidden } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.duplicates.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "provider.merge")) throw forbidden();
  const t = translator(actor.locale);
  type Row = ReturnType<typeof listLikelyPairs>[number]["a"];
  const sideOf = (row: Row) => ({
    id: row.id,
    to: paths.provider(row.id),
    name: row.name,
    context: [t(`kinds:${row.kind}`), row.commune].filter(Boolean).join(", "),
    seen: row.lastSupportOn
      ? t("duplicates:seen", { day: formatDay(actor.locale, row.lastSupportOn) })
      : t("duplicates:neverSeen"),
  });
  const pairs = listLikelyPairs(actor).map((pair) => ({
    key: `${pair.a.id}-${pair.b.id}`,
    sides: [sideOf(pair.a), sideOf(pair.b)],
    reasons: pair.reasons.map((reason) => t(`duplicates:reasons.${reason}`)).join(", "),
    merge: paths.mergeProviders(pair.a.id, pair.b.id),
  }));
  const list = "providers/duplicates";
  const files = { xlsx: paths.listExport(list, "xlsx"), csv: paths.listExport(list, "csv") };
  return json({ pairs, files, texts: textsOf(actor.locale, "duplicates") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  const read = (name: string) =>
    authorize(actor, "provider.merge", getProvider(actor, String(fields.get(name)), "provider.merge"));
  await answering(() => tellApart(actor, read("a"), read("b")));
  return redirectWithToast(paths.duplicates(), { text: translator(actor.locale)("duplicates:apart"), tone: "ok" });
}

export default function Duplicates() {
  const { pairs, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.duplicates;
  return (
    <>
      <PageTitle title={t.title} context={pairs.length > 0 ? t.intro : undefined} />
      {pairs.length === 0 ? <Empty text={t.empty} /> : null}
      <ul className="grid gap-4">
        {pairs.map((pair) => (
          <li key={pair.key} className="sheet p-4">
            <p className="mb-2 text-s text-muted">{pair.reasons}</p>
            <div className="grid gap-3 sm:grid-cols-2">
              {pair.sides.map((side) => (
                <p key={side.id}>
                  <a href={side.to} className="font-semibold">
                    {side.name}
                  </a>
                  <span className="block text-s text-muted">{`${side.context} · ${side.seen}`}</span>
                </p>
              ))}
            </div>
            <Form method="post" className="mt-3 flex flex-wrap gap-2">
              <a href={`${pair.merge}?answer=same`} className="button">
                {t.same}
              </a>
              <a href={`${pair.merge}?answer=same_operator`} className="button">
                {t.sameOperator}
              </a>
              <input type="hidden" name="a" value={pair.sides[0]?.id} />
              <input type="hidden" name="b" value={pair.sides[1]?.id} />
              <button type="submit" className="button">
                {t.different}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <ExportLinks label={actions.export} files={pairs.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
