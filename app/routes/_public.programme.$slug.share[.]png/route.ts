import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawProgramme } from "~/features/workshops/share-image.server";
import { sharedPicture } from "~/http/file.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";

/** The picture that other sites show beside the programme’s address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const image = await answering(() => drawProgramme(localeOf(request), params.slug ?? ""));
  return sharedPicture(request, image);
}
