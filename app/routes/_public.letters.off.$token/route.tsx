import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { ReadingPage } from "~/features/resources/components/reading-page";
import { readOffKey } from "~/features/resources/letter-keys.server";
import { callFromReading, describeReading } from "~/features/resources/letter-pages.server";
import { endReader } from "~/features/resources/letter-readers.commands.server";
import { notFound } from "~/http/responses.server";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.title);

/** A GET changes nothing: a mail scanner may open it as often as it likes. */
export async function loader(asked: LoaderFunctionArgs) {
  return json(await openingKey(asked.request, () => describeReading(readOffKey(asked.params.token ?? ""), "off")));
}

/** The button of this page, or a mail program's one click (RFC 8058): by the key alone, no cookie read. */
export async function action(asked: ActionFunctionArgs) {
  const reading = readOffKey(asked.params.token ?? "");
  if (!reading) throw notFound();
  const fields = await asked.request.formData();
  if (fields.get("intent") === "callback") return json({ isDone: false, called: await callFromReading(reading, fields) });
  await openingKey(asked.request, () => endReader(reading));
  return json({ isDone: true, called: "" });
}

export default function LeaveLetter() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <ReadingPage page={page} isDone={reply?.isDone === true} called={reply?.called ?? ""} />;
}

export const ErrorBoundary = LostKeyPage;
