import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { latestSessions } from "../list.server";

export const meta = () => [{ title: "Accompagnements" }];
export const loader = () => json({ rows: latestSessions() });

export default function Sessions() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>Accompagnements</h1>
      <table>
        <thead>
          <tr>
            <th>Qui</th>
            <th>Thème</th>
            <th>Canal</th>
            <th>Animateur</th>
            <th>Durée</th>
            <th>Jour</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/coaching/${row.id}`}>{row.title ?? row.who}</a>
              </td>
              <td>{row.theme}</td>
              <td>{row.channel}</td>
              <td>{row.facilitator}</td>
              <td>{row.duration_minutes}</td>
              <td>{row.held_on}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
