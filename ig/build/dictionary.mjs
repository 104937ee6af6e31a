// Turns the data dictionary (CSV) into FSH: WHO's codes as far as they are used, our own codes for the rest, and the
// rules for units and kinds of value that every Observation of the guide obeys.
import { readCsv } from "./csv.mjs";

const WHO = "http://smart.who.int/anc";
const OWN = "https://ancregistry.org/fhir/CodeSystem/anc-dictionary";

// How the datatype of a row stands in Observation.value[x].
const VALUE_TYPES = {
  boolean: "boolean", integer: "integer", date: "dateTime", dateTime: "dateTime", code: "CodeableConcept",
  CodeableConcept: "CodeableConcept", Quantity: "Quantity",
};

/** Pairs of file name under input/fsh and its text. */
export function dictionaryFsh(dictionary, answers) {
  const fields = readCsv(dictionary);
  const rules = [...unitRules(fields), ...typeRules(fields)];
  return [
    ["codesystems/WhoAnc.fsh", whoCodes(fields, readCsv(answers))],
    ["codesystems/AncDictionary.fsh", ownCodes(fields)],
    ["invariants/DictionaryInvariants.fsh", rules.map(invariant).join("\n")],
    ["rulesets/DictionaryRules.fsh", `RuleSet: DictionaryRules\n${rules.map((rule) => `* obeys ${rule.id}\n`).join("")}`],
  ];
}

function whoCodes(fields, answers) {
  const concepts = new Map();
  for (const { who_anc_code: code, definition: display } of [...fields, ...answers]) {
    if (code && !concepts.has(code)) {
      concepts.set(code, display);
    }
  }
  return `CodeSystem: WhoAnc
Id: who-anc
Title: "WHO ANC codes that this guide uses"
Description: "A part of the code system of WHO's SMART guideline for antenatal care: the codes that the data dictionary of this guide uses, with its wording. The whole is WHO's."
* ^url = "${WHO}"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = false
${[...concepts].map(([code, display]) => concept(code, display)).join("")}`;
}

function ownCodes(fields) {
  return `CodeSystem: AncDictionary
Id: anc-dictionary
Title: "Fields of the data dictionary"
Description: "One code for each field of the data dictionary, for what WHO has no code for."
* ^content = #complete
* ^caseSensitive = true
* ^experimental = false
${fields.map((field) => concept(codeOf(field), field.definition)).join("")}`;
}

function concept(code, display) {
  return `* #${code} ${quoted(display)}\n`;
}

const codeOf = (field) => field.field.replaceAll("_", "-");
const quoted = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** Findings that are an Observation of their own: not the parts of a blood pressure, not danger signs, which share a code. */
function findings(fields) {
  return fields.filter((field) => /^Observation\.value/.test(field.fhir_resource_path));
}

function unitRules(fields) {
  const measured = findings(fields).filter((field) => field.datatype === "Quantity");
  const byUnit = grouped(measured, (field) => field.unit_ucum);
  return [...byUnit].map(([unit, members]) => {
    const units = unit.split(";").map((one) => one.trim());
    return {
      id: `anc-unit-${slug(unit)}`,
      says: `${members.map((field) => field.definition).join("; ")}: the unit is ${units.join(" or ")} (UCUM)`,
      expression: about(members, `value.ofType(Quantity).all(system = 'http://unitsofmeasure.org' and code in (${oneOf(units)}))`),
    };
  });
}

function typeRules(fields) {
  const byType = grouped(findings(fields), (field) => VALUE_TYPES[field.datatype]);
  return [...byType].map(([type, members]) => ({
    id: `anc-value-${type.toLowerCase()}`,
    says: `The value is a ${type}: ${members.map((field) => field.field).join(", ")}`,
    expression: about(members, `(value.empty() or value is ${type})`),
  }));
}

function about(members, demand) {
  const who = members.filter((field) => field.who_anc_code).map((field) => field.who_anc_code);
  const own = members.filter((field) => !field.who_anc_code).map(codeOf);
  const systems = [[WHO, who], [OWN, own]].filter(([, codes]) => codes.length > 0)
    .map(([system, codes]) => `(system = '${system}' and code in (${oneOf(codes)}))`);
  return `code.coding.where(${systems.join(" or ")}).exists() implies ${demand}`;
}

/** A unit as it may stand in an invariant's id: "mg/dL" becomes "mg-per-dL". */
function slug(unit) {
  const words = unit.replaceAll("%", "percent").replaceAll("/", "-per-");
  return words.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

const oneOf = (codes) => codes.map((code) => `'${code}'`).join(" | ");

function grouped(members, keyOf) {
  const groups = new Map();
  for (const member of members) {
    groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]);
  }
  return groups;
}

function invariant({ id, says, expression }) {
  return `Invariant: ${id}
Description: ${quoted(says)}
Severity: #error
Expression: ${quoted(expression)}
`;
}
