import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { Catalogue } from "~/i18n/translate";

/** The one error page: what happened, what is safe, what to do, an id to give. Also the boundary of every route. */
export function ErrorPage() {
  const error = useRouteError();
  const root = useRouteLoaderData("root");
  const texts = isRootData(root) ? root.texts.common.errorPage : fallback;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const [title, text] = textsOfStatus(texts, status);
  return (
    <main id="content" className="mx-auto grid max-w-2xl gap-4 px-6 py-16">
      <h1 className="text-xl">{title}</h1>
      <p>{text}</p>
      {status >= 500 && isRootData(root) ? (
        <p className="text-muted">{texts.reference.replace("{{id}}", root.requestId)}</p>
      ) : null}
      <p>
        <a className="button" href="/">
          {texts.home}
        </a>
      </p>
    </main>
  );
}

/** The heading of an error's page for its window; undefined without the root's texts. */
export function titleOfError(root: unknown, error: unknown): string | undefined {
  if (error === undefined || !isRootData(root)) return undefined;
  return textsOfStatus(root.texts.common.errorPage, isRouteErrorResponse(error) ? error.status : 500)[0];
}

type Texts = Catalogue["common"]["errorPage"];

function textsOfStatus(texts: Texts, status: number): [string, string] {
  if (status === 404) return [texts.notFoundTitle, texts.notFound];
  if (status === 403) return [texts.forbiddenTitle, texts.forbidden];
  if (status === 405) return [texts.postOnlyTitle, texts.postOnly];
  if (status >= 400 && status < 500) return [texts.refusedTitle, texts.refused];
  return [texts.brokenTitle, texts.broken];
}

function isRootData(data: unknown): data is { requestId: string; texts: Pick<Catalogue, "common"> } {
  return typeof data === "object" && data !== null && "texts" in data && "requestId" in data;
}

// Shown when the root loader itself failed: no catalogue came with the page.
const fallback: Texts = {
  notFoundTitle: "Page introuvable",
  notFound: "Cette adresse ne mène à rien.",
  forbiddenTitle: "Accès non autorisé",
  forbidden: "Votre rôle ne permet pas cette action.",
  postOnlyTitle: "Cette adresse ne s’ouvre pas seule",
  postOnly: "Revenez à la page précédente.",
  refusedTitle: "Cette demande n’a pas été comprise",
  refused: "Revenez à la page précédente et recommencez.",
  brokenTitle: "Cette page n’a pas pu s’afficher",
  broken: "Rien n’est perdu. Réessayez dans un instant.",
  home: "Revenir à l’accueil",
  reference: "{{id}}",
};
