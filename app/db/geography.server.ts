import type Database from "better-sqlite3";

/** Copies communes, postcodes and EPCI from the build's `geo.sqlite` when this file holds another edition of them. */
export function loadGeography(connection: Database.Database, path: string): void {
  connection.prepare("ATTACH ? AS geo").run(path);
  try {
    const edition = connection.prepare("SELECT edition FROM geo.edition").pluck().get();
    const held = connection.prepare("SELECT value FROM installation WHERE key = 'geography'").pluck().get();
    if (edition !== held) copyGeography(connection, String(edition));
  } finally {
    connection.exec("DETACH geo");
  }
}

function copyGeography(connection: Database.Database, edition: string): void {
  const copy = connection.transaction(() => {
    for (const table of ["communes", "commune_postcodes", "epcis"]) {
      connection.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM geo.${table}`);
    }
    connection
      .prepare(
        "INSERT INTO installation (key, value) VALUES ('geography', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      )
      .run(edition);
  });
  copy.immediate();
}
