import type { Person } from "./fixtures";
import type { RouteCase } from "./routes";

const coach: readonly Person[] = ["facilitator"];
const office: readonly Person[] = ["facilitator", "director"];
const desk: readonly Person[] = ["facilitator", "director", "colleague"];
const all: readonly Person[] = [...desk, "coordinator", "administrator", "provider"];
const none: readonly Person[] = [];

/** The routes of the library, the experience reports and the watch. */
export const resourceRoutes: Record<string, RouteCase> = {
  "_app.resources._index": { path: () => "/resources", may: all },
  "_app.resources.reports._index": { path: () => "/resources/reports", may: [...desk, "coordinator"] },
  "_app.resources.reports.$reportId": { path: (ids) => `/resources/reports/${ids.report}`, may: coach },
  "_app.resources.reports.new": { path: () => "/resources/reports/new", may: coach },
  "_app.resources.watch._index": { path: () => "/resources/watch", may: [...desk, "coordinator"] },
  "_app.resources.watch.feeds": { path: () => "/resources/watch/feeds", may: coach },
  "_app.resources.watch.proposals": { path: () => "/resources/watch/proposals", may: coach },
  "_app.resources.watch.$itemId": { path: (ids) => `/resources/watch/${ids.news}`, may: coach, isRow: true },
  "_app.resources.watch.new": { path: () => "/resources/watch/new", may: coach },
  "_app.resources.usage": { path: () => "/resources/usage", may: office },
  "_app.resources.collections._index": { path: () => "/resources/collections", may: all },
  "_app.resources.collections.new": { path: () => "/resources/collections/new", may: office },
  "_app.resources.collections.$slug._index": { path: () => "/resources/collections/ouvrir-sa-saison", may: all },
  "_app.resources.collections.$slug_.edit": {
    path: (ids) => `/resources/collections/${ids.collection}/edit`,
    may: office,
    isRow: true,
  },
  "_my.my_.resources.collections.$slug": { path: () => "/my/resources/collections/ouvrir-sa-saison", may: all },
  "_app.resources.letters._index": { path: () => "/resources/letters", may: coach },
  "_app.resources.letters.new": { path: () => "/resources/letters/new", may: coach },
  "_app.resources.letters.$letterId._index": { path: (ids) => `/resources/letters/${ids.letter}`, may: coach, isRow: true },
  "_app.resources.letters.$letterId.edit": { path: (ids) => `/resources/letters/${ids.letter}/edit`, may: coach, isRow: true },
  "_app.resources.letters.$letterId.readers[.]csv": {
    path: (ids) => `/resources/letters/${ids.letter}/readers.csv`,
    may: coach,
    isRow: true,
  },
  "_app.resources.links": { path: () => "/resources/links", may: office },
  "_app.resources.review": { path: () => "/resources/review", may: office },
  "_app.resources.$slug.rereading": {
    path: (ids) => `/resources/${ids.resource}/rereading`,
    may: office,
    isPost: true,
    isRow: true,
  },
  "_app.resources.$slug.addresses": {
    path: (ids) => `/resources/${ids.resource}/addresses`,
    may: none,
    isPost: true,
    isRow: true,
  },
  "_app.resources.$slug.marks": { path: (ids) => `/resources/${ids.sheet}/marks`, may: none, isPost: true, isOwn: true },
  "_my.my_.resources.$slug_.marks": { path: (ids) => `/my/resources/${ids.sheet}/marks`, may: none, isPost: true, isOwn: true },
  "_my.my_.resources._index": { path: () => "/my/resources", may: all },
  "_my.my_.resources.$slug": { path: (ids) => `/my/resources/${ids.sheet}`, may: all },
  "_app.resources.new": { path: () => "/resources/new", may: office },
  "_app.resources.$slug._index": { path: (ids) => `/resources/${ids.sheet}`, may: all },
  "_app.resources.$slug_.edit": { path: (ids) => `/resources/${ids.resource}/edit`, may: office, isRow: true },
  "_app.resources.$slug_.history": { path: (ids) => `/resources/${ids.resource}/history`, may: office, isRow: true },
  "_app.resources.$slug_.files._index": { path: (ids) => `/resources/${ids.resource}/files`, may: office, isRow: true },
  "_app.resources.$slug_.files.$fileId": { path: (ids) => `/resources/${ids.resource}/files/none`, may: none, isRow: true },
  "_app.resources.$slug.deletion": { path: (ids) => `/resources/${ids.sheet}/deletion`, may: none, isPost: true },
};

/** What the library and the letter open to anybody, or to a key. */
export const openResourceRoutes = [
  "_public.letters.confirm.$token",
  "_public.letters.off.$token",
  "_public.library.$slug",
  "_public.library.collections.$slug",
  "_public.library.$slug_.files.$fileId",
];
