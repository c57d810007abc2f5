import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { LetterArticle } from "~/features/resources/components/letter-article";
import { describeLetter } from "~/features/resources/describe-letters.server";
import { getLetter } from "~/features/resources/letters.queries.server";
import { receiveLetterIntent } from "~/features/resources/receive-letter.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.letter.subject);

const readLetter = (actor: Actor, letterId: string | undefined) =>
  answering(() => authorize(actor, "watch.keep", getLetter(actor, letterId ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const letter = await readLetter(actor, asked.params.letterId);
  return json({ letter: describeLetter(actor, letter), texts: textsOf(actor.locale, "letters", "library") });
}

/** Sent (`send`), its readers asked to confirm (`ask`), or thrown away (`delete`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const letter = await readLetter(actor, asked.params.letterId);
  const intent = (await asked.request.formData()).get("intent");
  const { to, toast } = await answering(() => receiveLetterIntent(actor, letter, String(intent)));
  return redirectWithToast(to, toast);
}

export default function Letter() {
  const { letter, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.letters;
  const buttons = letter.isSent ? undefined : (
    <>
      <Link to={`${paths.letter(letter.id)}/edit`} className="button">
        {actions.edit}
      </Link>
      <form method="post">
        <button type="submit" name="intent" value="delete" className="button">
          {t.delete}
        </button>
      </form>
    </>
  );
  return (
    <>
      <PageTitle title={letter.subject} context={letter.context} action={buttons} />
      <LetterArticle letter={letter} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
