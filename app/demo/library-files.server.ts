import { authorize } from "~/access/authorized";
import { writeResource } from "~/features/resources/commands.server";
import { chooseDocument, choosePicture } from "~/features/resources/files.commands.server";
import { resourceSchema } from "~/features/resources/form";
import { browseResources, getResource } from "~/features/resources/queries.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { makeDemoFiles } from "./documents.server";
import type { Seeding } from "./library.server";

export type DemoFiles = Awaited<ReturnType<typeof makeDemoFiles>>;

/** Documents to take away, whose words the server reads once it runs; and a picture of one's own for a video. */
export function seedLibraryFiles({ random, actor, office, today }: Seeding, files: DemoFiles): void {
  for (const [number, { file, fields }] of files.documents.entries()) {
    setClock(() => Date.parse(`${addDays(today, -150 + number * 40)}T09:00:00Z`));
    const input = resourceSchema.parse({ ...fields, id: random.id(), visibility: "network", licence: "cc_by", minutes: 10 });
    const { slug } = writeResource(actor, authorize(actor, "resource.write", office), input);
    chooseDocument(actor, authorize(actor, "resource.edit", getResource(actor, slug)), file);
  }
  const videos = browseResources(actor, { form: "video" }).rows.filter((row) => row.ownerId === office.id);
  const [video] = videos;
  if (video) choosePicture(actor, authorize(actor, "resource.edit", getResource(actor, video.slug)), files.videoPicture);
}
