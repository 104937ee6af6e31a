// The data dictionary as one page: each field with its codes, its limits, the element where it stands and where it is asked.
import { readCsv } from "../csv.mjs";
import { code, escaped, slug, table } from "./html.mjs";
import { placesOf } from "./elements.mjs";

export function dictionaryPage(dictionary, codedAnswers) {
  const fields = readCsv(dictionary);
  const answers = readCsv(codedAnswers);
  const groups = [...new Set(fields.map((field) => field.group))];
  return [
    `<p>All ${fields.length} fields, made from the table that the registry's program reads. The first code is WHO's; where WHO has
none, it is the field of this dictionary with <code>-</code> for <code>_</code>. A limit refuses; a value outside the usual range
is asked about once more.</p>`,
    `<p>What each field is asked for and used by: <a href="fields.html">from field to indicator</a>.</p>`,
    `<ul>${groups.map((group) => `<li><a href="#${slug(group)}">${escaped(group)}</a></li>`).join("")}</ul>`,
    ...groups.map((group) => `<h2 id="${slug(group)}">${escaped(group)}</h2>${table(group, HEADERS,
      fields.filter((field) => field.group === group).map((field) => row(field, answers)))}`),
  ].join("\n");
}

const HEADERS = ["Field", "Meaning", "Answer", "Codes", "Limits", "Stands in", "Asked at"];

function row(field, answers) {
  return [`<span id="${field.name}">${code(field.name)}</span>${REMARKS[field.name] ? `<br><small>${escaped(REMARKS[field.name])}</small>` : ""}`, escaped(field.definition), answer(field, answers), codes(field),
    limits(field), placesOf(field), asked(field)];
}

function answer(field, answers) {
  const own = answers.filter((one) => one.field === field.name);
  const kind = { ADMINISTRATIVE: "part of the form", COMPUTED: "worked out, not asked" }[field.kind]
    ?? field.shapes.split(" ").map((shape) => SHAPES[shape]).join(" or ");
  const list = own.length === 0 ? "" : `<details><summary>${own.length} answers</summary>${
    own.map((one) => `${code(one.code)} ${escaped(one.label)}`).join("<br>")}</details>`;
  return [kind, field.repeats ? "several" : "", field.unit && code(field.unit)].filter(Boolean).join(", ") + list;
}

// Where WHO's code says less, or something else, than the field.
const REMARKS = {
  prev_instrumental: "WHO has one code for forceps (ANC.B6.DE42) and another for vacuum (ANC.B6.DE49). The field asks for either, so its code is the registry's own.",
  ipv_enquiry: "Asked only where nobody listens; yes without an answer to the next question says that she did not want to answer.",
  mood_interest: "First of the two questions of the PHQ-2. WHO's antenatal guideline has no code for it; the answers are LOINC's.",
  mood_down: "Second of the two questions of the PHQ-2. Three points or more of both together are talked about with her.",
  alcohol_substances: "WHO's ANC.B6.DE146 says that somebody asked. The field is what the answer was, so its code is the registry's own.",
};

const SHAPES = { "yes-no": "yes or no", chosen: "one of a list", measured: "number with unit", counted: "whole number",
  written: "words", dated: "date" };

function codes(field) {
  const who = field.who ? code(field.who) : code(field.name.replaceAll("_", "-"));
  const others = [["LOINC", field.loinc], ["SNOMED CT", field.snomed], ["ICD-10", field.icd10]]
    .filter(([, value]) => value).map(([system, value]) => `${system} ${escaped(value)}`);
  return [who, ...others].join("<br>");
}

function limits(field) {
  const hard = field.hard_min || field.hard_max ? `${field.hard_min || "…"} to ${field.hard_max || "…"}` : "";
  const soft = field.soft_min || field.soft_max ? `usual ${field.soft_min || "…"} to ${field.soft_max || "…"}` : "";
  return [hard, soft, field.past && "not in the future"].filter(Boolean).map(escaped).join("<br>") || "none";
}

function asked(field) {
  const places = [field.registration && `<a href="Questionnaire-anc-registration.html">registration</a>`,
    field.visit && `<a href="Questionnaire-anc-contact.html">contact</a>`].filter(Boolean);
  const answered = !["ADMINISTRATIVE", "COMPUTED"].includes(field.kind);
  return (answered ? places : places.map((place) => place.replace(/<[^>]+>/g, ""))).join(", ") || "not by this version";
}
