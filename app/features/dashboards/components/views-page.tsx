import type { SerializeFrom } from "@remix-run/node";
import type { describeViews } from "~/features/dashboards/describe-views.server";
import { useTexts } from "~/i18n/use-texts";
import { PageTitle } from "~/ui/page-title";
import { ShownSecret } from "~/ui/shown-secret";

interface ViewsPageProps {
  page: SerializeFrom<typeof describeViews>;
  ids: { keep: string; share: string };
  /** What was done: a new link, shown once, or what was wrong and in which form. */
  done: { link: string | null; errors: Record<string, string[]>; intent: string } | undefined;
}

/** The views kept, one more to keep, and the links given to somebody outside. */
export function ViewsPage({ page, ids, done }: ViewsPageProps) {
  const t = useTexts("views");
  const errorOf = (intent: "keep" | "share") => (done?.intent === intent ? done.errors.name?.join(" ") : undefined);
  return (
    <>
      <p className="mb-2">
        <a href={page.back}>{page.words.back}</a>
      </p>
      <PageTitle title={t.title} />
      {done?.link ? <ShownSecret {...t.shown} value={done.link} /> : null}
      <div className="grid max-w-3xl gap-10">
        <p>
          <span className="font-semibold">{t.current}</span> {page.current}
        </p>
        <section>
          <h2 className="mb-3 text-l">{t.kept}</h2>
          {page.kept.length === 0 ? <p className="text-muted">{t.none}</p> : <Kept views={page.kept} />}
          <form method="post" className="mt-5 grid gap-3">
            <h3 className="text-m">{t.keep.title}</h3>
            <input type="hidden" name="id" value={ids.keep} />
            <input type="hidden" name="query" value={page.query} />
            <Name id="keep-name" label={t.keep.name} error={errorOf("keep")} />
            <label className="flex min-h-11 items-center gap-2">
              <input type="checkbox" name="isShared" value="yes" />
              {t.keep.isShared}
            </label>
            <button type="submit" name="intent" value="keep" className="button justify-self-start">
              {t.keep.submit}
            </button>
          </form>
        </section>
        {page.shared ? <Sharing page={page} id={ids.share} links={page.shared} error={errorOf("share")} /> : null}
        {page.elsewhere ? (
          <p>
            <a href={page.elsewhere}>{t.share.elsewhere}</a>
          </p>
        ) : null}
      </div>
    </>
  );
}

function Kept({ views }: { views: ViewsPageProps["page"]["kept"] }) {
  const t = useTexts("views");
  return (
    <ul className="sheet divide-y divide-rule">
      {views.map((view) => (
        <li key={view.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
          <span>
            <a href={view.to} className="font-semibold">
              {view.name}
            </a>{" "}
            <span className="text-s text-muted">{view.mark}</span>
          </span>
          {view.isMine ? (
            <form method="post">
              <input type="hidden" name="id" value={view.id} />
              <button type="submit" name="intent" value="forget" className="button" aria-label={`${t.forget} ${view.name}`}>
                {t.forget}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface SharingProps {
  page: ViewsPageProps["page"];
  id: string;
  links: NonNullable<ViewsPageProps["page"]["shared"]>;
  error: string | undefined;
}

function Sharing({ page, id, links, error }: SharingProps) {
  const t = useTexts("views");
  return (
    <section>
      <h2 className="text-l">{t.share.title}</h2>
      <p className="mb-3 text-s text-muted">{page.words.share}</p>
      <form method="post" className="grid gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="query" value={page.query} />
        <Name id="share-name" label={t.share.name} error={error} />
        <div className="grid gap-1">
          <label htmlFor="days" className="font-semibold">
            {t.share.days}
          </label>
          <select id="days" name="days" className="input justify-self-start" defaultValue="30">
            {(["7", "30", "90"] as const).map((days) => (
              <option key={days} value={days}>
                {t.share.choices[days]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" name="intent" value="share" className="button justify-self-start">
          {t.share.submit}
        </button>
      </form>
      <h3 className="mt-6 mb-2 text-m">{t.links}</h3>
      {links.length === 0 ? <p className="text-muted">{t.noLink}</p> : null}
      <ul className="sheet divide-y divide-rule empty:hidden">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
            <span>
              <span className="font-semibold">{link.name}</span>{" "}
              <span className="text-s text-muted">{`${link.until} · ${link.seen}`}</span>
            </span>
            <form method="post">
              <input type="hidden" name="id" value={link.id} />
              <button type="submit" name="intent" value="revoke" className="button" aria-label={link.revoke}>
                {t.revoke}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ id, label, error }: { id: string; label: string; error: string | undefined }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        name="name"
        className="input"
        maxLength={80}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error ? (
        <p id={`${id}-error`} className="text-s font-semibold text-error">
          {error}
        </p>
      ) : null}
    </div>
  );
}
