import type { FileLine } from "~/features/files/components/file-sheet";
import { fill, useTexts } from "~/i18n/use-texts";

/** The paper sheet, photographed: kept as proof beside the marks, ticked now or later. */
export function ProofFiles({ files, to }: { files: readonly FileLine[]; to: string }) {
  const { proof: t } = useTexts("signing");
  return (
    <section id="proofs" aria-labelledby="proof" className="mt-8 grid gap-3">
      <h2 id="proof" className="text-l">
        {t.title}
      </h2>
      <p className="max-w-2xl text-muted">{t.intro}</p>
      {files.length > 0 ? (
        <ul className="grid gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {files.map((file) => (
            <li key={file.id} className="sheet overflow-hidden">
              <a href={file.to} className="block no-underline">
                {file.isImage ? (
                  <img src={file.to} alt="" loading="lazy" width={300} height={225} className="aspect-4/3 w-full object-cover" />
                ) : null}
                <span className="block px-3 py-2 text-s wrap-anywhere">
                  {file.name} <span className="whitespace-nowrap text-muted">{file.size}</span>
                </span>
              </a>
              <form method="post" action={`${to}?remove=${file.id}`} className="px-3 pb-2">
                <button
                  type="submit"
                  className="min-h-11 text-s text-primary underline"
                  aria-label={fill(t.removeOf, { name: file.name })}
                >
                  {t.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" action={to} encType="multipart/form-data" className="sheet grid max-w-2xl gap-2 p-4">
        <label htmlFor="proof-file" className="font-semibold">
          {t.choose}
        </label>
        <div className="flex flex-wrap gap-2">
          <input
            id="proof-file"
            name="files"
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp"
            className="input min-w-0 flex-1"
          />
          <button type="submit" className="button">
            {t.add}
          </button>
        </div>
      </form>
    </section>
  );
}
