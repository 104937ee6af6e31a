// Shows a profile or an extension: what it adds to FHIR, its rules, all of its elements, its examples.
import { code, escaped, facts, table } from "./html.mjs";
import { refusedOf } from "./refused-page.mjs";

export function profilePage(profile, site) {
  const adds = new Set(profile.differential.element.map((element) => element.id));
  const elements = profile.snapshot.element;
  const shown = elements.filter((element) => [...adds].some((id) => id === element.id || id.startsWith(`${element.id}.`)
    || id.startsWith(`${element.id}:`)));
  const rules = elements.flatMap((element) => (element.constraint ?? [])
    .filter((rule) => adds.has(element.id) && (rule.source ?? "").startsWith(site.canonical)).map((rule) => [element, rule]));
  return [
    `<p>${escaped(profile.description)}</p>`,
    facts([["Canonical", code(profile.url)], ["Based on", site.link(profile.baseDefinition)], ["Status", profile.status],
      ["Files", site.downloads(profile)]]),
    "<h2 id=\"adds\">What this profile adds</h2>",
    table(`Elements of ${profile.title} that differ from FHIR`, HEADERS, shown.map((element) => row(element, site))),
    rules.length ? "<h2 id=\"rules\">Rules</h2>" : "",
    rules.length ? table(`Rules of ${profile.title}`, ["Rule", "At", "Says", "As FHIRPath"], rules.map(([element, rule]) =>
      [`<span id="${rule.key}">${code(rule.key)}</span>`, code(element.path), escaped(rule.human), code(rule.expression)])) : "",
    examples(profile, site),
    refusedOf(profile, site.refused),
    `<h2 id="all">All elements</h2><details><summary>Show all ${elements.length} elements, FHIR's own included</summary>`,
    table(`All elements of ${profile.title}`, HEADERS, elements.map((element) => row(element, site))), "</details>",
  ].join("\n");
}

const HEADERS = ["Element", "Flags", "Card.", "Type", "Meaning and binding"];

function row(element, site) {
  const depth = Math.min(5, element.id.split(".").length - 1);
  const name = element.id.split(".").at(-1);
  const flags = [element.mustSupport && "MS", element.isModifier && "?!", element.isSummary && "Σ"].filter(Boolean)
    .map((flag) => `<span class="flag">${flag}</span>`).join("");
  return [`<span class="d${depth}">${code(name)}</span>`, flags, `${element.min}..${element.max}`, types(element, site),
    meaning(element, site)];
}

function types(element, site) {
  return (element.type ?? []).map((type) => {
    const targets = (type.targetProfile ?? []).map(site.link).join(" or ");
    const profile = (type.profile ?? []).map(site.link).join(" or ");
    const name = escaped(type.code.replace("http://hl7.org/fhirpath/System.", ""));
    return profile || (targets ? `${name} to ${targets}` : name);
  }).join(" or ");
}

function meaning(element, site) {
  const fixed = Object.entries(element).find(([name]) => /^(fixed|pattern)[A-Z]/.test(name));
  const binding = element.binding?.valueSet && `From ${site.link(element.binding.valueSet)} (${element.binding.strength})`;
  return [escaped(element.short ?? ""), fixed && `Always ${code(plain(fixed[1]))}`, binding, element.comment
    && element.mustSupport && escaped(element.comment.length < 300 ? element.comment : "")].filter(Boolean).join(". ");
}

const plain = (value) => typeof value === "object" ? JSON.stringify(value) : value;

function examples(profile, site) {
  const shown = site.examples.filter((example) => (example.meta?.profile ?? []).includes(profile.url));
  return shown.length === 0 ? "" : `<h2 id="examples">Examples</h2><ul>${
    shown.map((example) => `<li>${site.linkTo(example)}</li>`).join("")}</ul>`;
}
