import { acceptedTypes } from "~/features/files/model";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

export interface EvidenceData {
  /** Where files are posted. */
  to: string;
  links: string[];
  files: { id: string; name: string; isImage: boolean }[];
}

/** What shows that a step was done: pages and pictures, and a place for one more. */
export function Evidence({ evidence, canOpen, isFolded }: { evidence: EvidenceData; canOpen: boolean; isFolded?: boolean }) {
  const { evidence: t } = useTexts("plans");
  const isEmpty = evidence.links.length + evidence.files.length === 0;
  return (
    <section aria-label={t.title}>
      {isFolded ? null : <h2 className="mb-2 text-l">{t.title}</h2>}
      {isEmpty ? <p className="text-muted">{t.none}</p> : null}
      <ul className="grid gap-2">
        {evidence.links.map((link) => (
          <li key={link}>
            <a href={link} rel="noreferrer noopener" className="inline-flex min-h-11 items-center wrap-anywhere">
              {link}
            </a>
          </li>
        ))}
        {evidence.files.map((file) => (
          <li key={file.id}>
            {canOpen ? (
              <a href={paths.file(file.id)} className="inline-flex min-h-11 items-center wrap-anywhere">
                {file.isImage ? (
                  <img src={paths.file(file.id)} alt={file.name} loading="lazy" className="max-h-40 rounded" />
                ) : (
                  file.name
                )}
              </a>
            ) : (
              <span className="wrap-anywhere">{file.name}</span>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={evidence.to} encType="multipart/form-data" className="mt-3 grid gap-2 print:hidden">
        <label htmlFor="files" className="font-semibold">
          {t.add}
        </label>
        <input id="files" type="file" name="files" multiple accept={acceptedTypes} className="input" />
        <button type="submit" className="button justify-self-start">
          {t.send}
        </button>
      </form>
    </section>
  );
}
