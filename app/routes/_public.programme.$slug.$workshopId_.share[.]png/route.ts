import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawWorkshop } from "~/features/workshops/share-image.server";
import { sharedPicture } from "~/http/file.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";

/** The picture that other sites show beside a workshop’s address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const image = await answering(() => drawWorkshop(localeOf(request), params.slug ?? "", params.workshopId ?? ""));
  return sharedPicture(request, image);
}
