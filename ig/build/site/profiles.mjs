// Shows a profile or an extension: what it adds to FHIR, its rules, all of its elements, its examples. HL7's renderer draws the
// rows of the two tables of elements.
import { code, escaped, facts, table } from "./html.mjs";
import { kindKey } from "./kinds.mjs";
import { refusedOf } from "./refused-page.mjs";

export function profilePage(profile, site) {
  const adds = new Set(profile.differential.element.map((element) => element.id));
  const elements = profile.snapshot.element;
  const rules = elements.flatMap((element) => (element.constraint ?? [])
    .filter((rule) => adds.has(element.id) && (rule.source ?? "").startsWith(site.canonical)).map((rule) => [element, rule]));
  return [
    `<p>${escaped(profile.description)}</p>`,
    facts([["Canonical", code(profile.url)], ["Based on", site.link(profile.baseDefinition)], ["Status", profile.status],
      ["Files", site.downloads(profile)]]),
    "<h2 id=\"adds\">What this profile adds</h2>",
    KEY, tree(`Elements of ${profile.title} that differ from FHIR`, linked(site.rows(profile, "adds"), rules, site)),
    rules.length ? "<h2 id=\"rules\">Rules</h2>" : "",
    rules.length ? table(`Rules of ${profile.title}`, ["Rule", "At", "Says", "As FHIRPath"], rules.map(([element, rule]) =>
      [`<span id="${rule.key}">${code(rule.key)}</span>`, code(element.path), escaped(rule.human), code(rule.expression)])) : "",
    examples(profile, site),
    refusedOf(profile, site.refused),
    `<h2 id="all">All elements</h2><details><summary>Show all ${elements.length} elements, FHIR's own included</summary>`,
    tree(`All elements of ${profile.title}`, linked(site.rows(profile, "all"), rules, site)), "</details>",
  ].join("\n");
}

// A key to the pictures and letters stands above the table: whoever does not know HL7's tables needs it first.
const KEY = `<ul class="key">${kindKey()}<li><span class="flag must">S</span>must be supported</li>
<li><span class="flag">C</span>has rules</li><li><span class="flag">?!</span>changes the meaning of the rest</li>
<li><span class="flag">Σ</span>part of a summary</li></ul>`;

function tree(caption, rows) {
  const head = ["Name", "Flags", "Card.", "Type", "Description and constraints"].map((name) => `<th scope="col">${name}</th>`).join("");
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table class="elements">
<caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

/** HL7's rows, with what they name of this guide leading to its place: rules to this page, extensions to their own. */
function linked(rows, rules, site) {
  const keys = new Set(rules.map(([, rule]) => rule.key));
  return rows
    .replace(/<span class="label">([a-z][a-z0-9-]+)<\/span>/g, (whole, key) => keys.has(key) ? `<a href="#${key}">${key}</a>` : whole)
    .replace(/(?<=URL: <\/span>)[^<]+/g, (url) => site.link(url.trim()));
}

function examples(profile, site) {
  const shown = site.examples.filter((example) => (example.meta?.profile ?? []).includes(profile.url));
  return shown.length === 0 ? "" : `<h2 id="examples">Examples</h2><ul>${
    shown.map((example) => `<li>${site.linkTo(example)}</li>`).join("")}</ul>`;
}
