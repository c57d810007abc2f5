import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { HelpForm } from "~/features/providers/components/help-form";
import { HelpList } from "~/features/providers/components/help-list";
import { helpSchema } from "~/features/providers/message-form";
import { askHelp } from "~/features/providers/messages.commands.server";
import { getProviderForDesk } from "~/features/providers/messages.queries.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { findOwnContact } from "~/features/providers/requests.queries.server";
import { describeOwnHelp } from "~/features/providers/requests-page.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.requests.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await ownProvider(actor, asked.request);
  return json({ name: provider.name, ...describeOwnHelp(actor, provider.id), texts: textsOf(actor.locale, "requests") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await ownProvider(actor, asked.request);
  const form = await parseForm(asked.request, helpSchema, actor.locale);
  if (!form.isValid) return invalid({ reply: form.reply });
  const row = await answering(() => getProviderForDesk(actor, provider.id, "message.ask"));
  const contactId = findOwnContact(actor, provider.id);
  await answering(() => askHelp(actor, authorize(actor, "message.ask", row), { ...form.value, contactId }));
  const text = translator(actor.locale)("requests:sent", { name: row.referent ?? translator(actor.locale)("requests:office") });
  return redirectWithToast(paths.myHelp({ provider: provider.id }), { text, tone: "ok" });
}

async function ownProvider(actor: Actor, request: Request) {
  const wanted = new URL(request.url).searchParams.get("provider");
  return (await answering(() => chooseOwnProvider(actor, wanted))).provider;
}

export default function Help() {
  const { name, id, themes, lines, texts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <div>
        <PageTitle title={texts.requests.title} context={name} />
        <HelpForm key={id} id={id} themes={themes} reply={answer?.reply} />
      </div>
      <HelpList title={texts.requests.mine} lines={lines} />
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
