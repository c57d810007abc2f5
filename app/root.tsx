import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, type ShouldRevalidateFunction, useLoaderData, useMatches } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { findActor } from "~/auth/actor.server";
import { readToast } from "~/http/toast.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage, titleOfError } from "~/ui/error-page";
import font from "~/ui/fonts/atkinson-hyperlegible-next.woff2?url";
import { NonceContext } from "~/ui/nonce";
import { PageScripts } from "~/ui/page-scripts";
import styles from "~/ui/styles.css?url";
import { titled } from "~/ui/titled";
import { ToastMessage } from "~/ui/toast-message";

export const links: LinksFunction = () => [
  // Asked for beside the sheet, not after it: the text does not change its face once shown.
  { rel: "preload", href: font, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction<typeof loader> = ({ data, error }) => titled(titleOfError(data, error));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await findActor({ request, context });
  const locale = actor?.locale ?? localeOf(request);
  const { toast, forget } = await readToast(request);
  if (forget) context.setCookie(forget);
  return json({ locale, requestId: context.requestId, toast, texts: textsOf(locale, "common") });
}

/** Its data change after a post alone: moving between pages asks for nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) => formMethod !== undefined && formMethod !== "GET";

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const matches = useMatches();
  // A page behind a key speaks the language of whom it was sent to, whatever the browser's.
  const locales = matches.flatMap(({ data }) => localeIn(data));
  return (
    <html lang={locales.at(-1) ?? "fr"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0a5c58" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <PageScripts handles={matches.map(({ handle }) => handle)} nonce={nonce} />
      </body>
    </html>
  );
}

function localeIn(data: unknown): string[] {
  return typeof data === "object" && data !== null && "locale" in data ? [String(data.locale)] : [];
}

export default function Root() {
  const { toast } = useLoaderData<typeof loader>();
  return (
    <>
      <Outlet />
      {toast ? <ToastMessage toast={toast} /> : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
