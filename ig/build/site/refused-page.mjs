// Shows the resources that the guide refuses, each for one reason: what a client must not send, and what it is told.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../csv.mjs";
import { refused } from "../places.mjs";
import { code, escaped, table } from "./html.mjs";

export function refusedCases() {
  return readCsv(readFileSync(join(refused, "reasons.csv"), "utf8")).map((row) => {
    const resource = JSON.parse(readFileSync(join(refused, `${row.file}.json`), "utf8"));
    return { ...row, resource, profile: resource.meta?.profile?.[0] ?? "" };
  });
}

export function refusedPage(cases, site) {
  return [
    `<p>${cases.length} resources, each with one thing wrong. The validator of the registry refuses each of them for this reason and no
other; a test holds it to that. Beside them, every other rule of every profile is broken in a test by spoiling a valid example.</p>`,
    table("Resources that are refused", ["Resource", "Profile", "At", "Refused for", "Because"], cases.map((one) => [
      `<a id="${one.file}" href="refused-${one.file}.json">${code(one.file)}</a>`, site.link(one.profile), code(one.element),
      code(one.says), escaped(one.why)])),
  ].join("\n");
}

/** The refused cases of one profile, for its own page. */
export function refusedOf(profile, cases) {
  const own = cases.filter((one) => one.profile === profile.url);
  return own.length === 0 ? "" : `<h2 id="refused">Refused</h2><ul>${own.map((one) =>
    `<li><a href="refused.html#${one.file}">${escaped(one.file)}</a>: ${escaped(one.why)} ${code(one.says)}</li>`).join("")}</ul>`;
}
