import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { InvitationsPage } from "../invitations-page.server";

/** Whom the workshop may serve; the filters stand in the address. */
export function NeedFilters({ page }: { page: InvitationsPage }) {
  const t = useTexts("invitations");
  const { need, choices, office } = page;
  const fields = [
    { name: "theme", label: t.theme, any: t.any },
    { name: "by", label: t.where, any: t.byAny },
    { name: "level", label: t.level, any: t.any },
    { name: "kind", label: t.kind, any: t.any },
    { name: "commune", label: t.commune, any: t.any },
    { name: "seen", label: t.seenLabel, any: t.any },
  ] as const;
  return (
    <form method="get" aria-label={t.filters} className="grid gap-3">
      <input type="hidden" name="office" value={office.id} />
      <input type="hidden" name="asked" value="yes" />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {fields.map(({ name, label, any }) => (
          <label key={name} className="grid content-start gap-1 text-s">
            {label}
            <select name={name} defaultValue={need[name] ?? ""} className="input">
              <option value="">{any}</option>
              {choices[name].map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
            {name === "level" ? <span className="text-muted">{t.levelHint}</span> : null}
          </label>
        ))}
      </div>
      <label className="tick">
        <input type="checkbox" name="inSeason" value="on" defaultChecked={page.inSeason} />
        {t.inSeason}
      </label>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button">
          {t.show}
        </button>
        <a href={paths.workshopInvitations(page.id, { office: office.id, asked: "yes" })} className="button button-quiet">
          {t.reset}
        </a>
      </div>
    </form>
  );
}
