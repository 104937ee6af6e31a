// What becomes of the national electronic health record's own examples, from the table that a test holds the validator to.
import { readCsv } from "../csv.mjs";
import { code, escaped, table } from "./html.mjs";

const HEADERS = ["Their example", "By the profile", "Verdict", "Refused for", "What to do"];

export function nehrPage(text, site) {
  const profile = (id) => id ? site.link(`${site.canonical}/StructureDefinition/${id}`) : "none";
  return [
    `<p>Sri Lanka's national electronic health record (NEHR) has a guide of its own, derived from the International Patient Summary.
No registry carries its package, so the profiles here do not derive from it; the identifier systems are the same, and the
<a href="mappings.html">mappings</a> say where the two differ and why.</p>`,
    `<p>A system that writes to the NEHR can write here if it names the profile of this guide in <code>meta.profile</code> and does what
the last column says. The table is made from the file by which a test judges NEHR's own examples.</p>`,
    table("Examples of the NEHR guide, judged by this guide", HEADERS, readCsv(text).map((row) => [code(row.sample),
      profile(row.profile), `<strong>${escaped(row.verdict)}</strong>`,
      row.says ? row.says.split("|").map(code).join("<br>") : "nothing", escaped(row.remark)])),
  ].join("\n");
}
