import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LostKeyPage } from "~/features/accounts/components/lost-key-page";
import { openingKey } from "~/features/accounts/lost-key.server";
import { ReadingPage } from "~/features/resources/components/reading-page";
import { readConfirmKey } from "~/features/resources/letter-keys.server";
import { callFromReading, describeReading } from "~/features/resources/letter-pages.server";
import { confirmReader } from "~/features/resources/letter-readers.commands.server";
import { notFound } from "~/http/responses.server";
import { now } from "~/lib/clock";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.title);

/** A GET changes nothing: a mail scanner may open it as often as it likes. */
export async function loader(asked: LoaderFunctionArgs) {
  return json(await openingKey(asked.request, () => describeReading(readConfirmKey(asked.params.token ?? "", now()), "confirm")));
}

export async function action(asked: ActionFunctionArgs) {
  const reading = readConfirmKey(asked.params.token ?? "", now());
  if (!reading) throw notFound();
  const fields = await asked.request.formData();
  if (fields.get("intent") === "callback") return json({ isDone: false, called: await callFromReading(reading, fields) });
  if (reading.isExpired) throw notFound();
  await openingKey(asked.request, () => confirmReader(reading));
  return json({ isDone: true, called: "" });
}

export default function ConfirmLetter() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <ReadingPage page={page} isDone={reply?.isDone === true} called={reply?.called ?? ""} />;
}

export const ErrorBoundary = LostKeyPage;
