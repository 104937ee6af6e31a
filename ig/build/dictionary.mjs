// Turns the data dictionary (CSV) into FSH: WHO's codes as far as they are used, our own codes for the rest, and the
// rules for units and kinds of value that every Observation of the guide obeys.
import { readCsv } from "./csv.mjs";

const WHO = "http://smart.who.int/anc";
const OWN = "https://ancregistry.org/fhir/CodeSystem/anc-dictionary";

// WHO's questions that are no field of their own, because each of their answers is one.
const QUESTIONS = {
  "ANC.B5.DE48": "Danger signs",
  "ANC.B6.DE34": "Past pregnancy complications",
  "ANC.B6.DE83": "Existing chronic health conditions",
};

// How an answer to a field of each kind stands in Observation.value[x]. A condition leaves an Observation only when it was
// denied. Kinds that are not here become other resources, or nothing.
const VALUE_TYPES = {
  BOOLEAN: ["boolean"], CODED: ["CodeableConcept"], CONDITION: ["boolean"], DATE: ["dateTime"], INTEGER: ["integer"],
  QUANTITY: ["Quantity"],
};

/** Pairs of file name under input/fsh and its text, from the texts of the two tables. */
export function dictionaryFsh(dictionary, codedAnswers) {
  const fields = readCsv(dictionary);
  const answers = readCsv(codedAnswers);
  const rules = [...unitRules(fields), ...typeRules(fields), ...limitRules(fields)];
  const pressures = pressureRules(fields);
  return [
    ["codesystems/WhoAnc.fsh", whoCodes(fields, answers)],
    ["codesystems/AncDictionary.fsh", ownCodes(fields, answers)],
    ["invariants/DictionaryInvariants.fsh", [...rules, ...pressures].map(invariant).join("\n")],
    ["rulesets/DictionaryRules.fsh", ruleSet("DictionaryRules", rules)],
    ["rulesets/PressureRules.fsh", ruleSet("PressureRules", pressures)],
  ];
}

const isWho = (code) => code.startsWith("ANC.");

// LOINC names the answers of its instruments like LA6568-5.
const isLoincAnswer = (code) => /^LA\d+-\d$/.test(code);

/** The code system of a coded answer. */
export function systemOf(code) {
  return isWho(code) ? WHO : isLoincAnswer(code) ? "http://loinc.org" : OWN;
}

function whoCodes(fields, answers) {
  const questions = [...new Set(fields.map((field) => field.question).filter(Boolean))];
  const coded = [
    ...questions.map((code) => [code, QUESTIONS[code]]),
    ...fields.filter((field) => field.who).map((field) => [field.who, field.definition]),
    ...answers.filter((answer) => isWho(answer.code)).map((answer) => [answer.code, answer.label]),
  ];
  return `CodeSystem: WhoAnc
Id: who-anc
Title: "WHO ANC codes that this guide uses"
Description: "A part of the code system of WHO's SMART guideline for antenatal care: the codes that the data dictionary of this guide uses, with its wording. The whole is WHO's."
* ^url = "${WHO}"
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = false
${concepts(coded)}`;
}

function ownCodes(fields, answers) {
  const coded = [
    ...fields.map((field) => [codeOf(field), field.definition]),
    ...answers.filter((answer) => systemOf(answer.code) === OWN).map((answer) => [answer.code, answer.label]),
  ];
  return `CodeSystem: AncDictionary
Id: anc-dictionary
Title: "Fields and answers of the data dictionary"
Description: "One code for each field of the data dictionary, and one for each answer that WHO has no code for."
* ^content = #complete
* ^caseSensitive = true
* ^experimental = false
${concepts(coded)}`;
}

/** Each code once, with the first wording: some of WHO's codes serve two fields. */
function concepts(coded) {
  const displays = new Map([...coded].reverse());
  return coded.filter(([code], index) => coded.findIndex(([other]) => other === code) === index)
    .map(([code]) => `* #${code} ${quoted(displays.get(code))}\n`).join("");
}

const codeOf = (field) => field.name.replaceAll("_", "-");
const quoted = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

const isWorkedOutNumber = (field) => field.kind === "COMPUTED" && field.unit !== "";

// The two parts of a blood pressure are components, which its own profile looks after.
const isPressure = (field) => field.unit === "mm[Hg]";

function unitRules(fields) {
  const measured = fields.filter((field) => ["QUANTITY", "COMPUTED"].includes(field.kind) && field.unit && !isPressure(field));
  return [...grouped(measured, (field) => field.unit)].map(([unit, members]) => ({
    id: `anc-unit-${slug(unit)}`,
    says: `The unit is ${unit} (UCUM): ${named(members)}`,
    expression: about(members, `value.ofType(Quantity).all(system = 'http://unitsofmeasure.org' and code = '${unit}')`),
  }));
}

function typeRules(fields) {
  const typed = fields.filter((field) => (field.kind in VALUE_TYPES || isWorkedOutNumber(field)) && !isPressure(field));
  return [...grouped(typed, (field) => typesOf(field).join(" or "))].map(([types, members]) => ({
    id: `anc-value-${slug(types).toLowerCase()}`,
    says: `The kind of value is ${types}: ${named(members)}`,
    expression: about(members, `(value.empty() or ${typesOf(members[0]).map((type) => `value is ${type}`).join(" or ")})`),
  }));
}

// Outside these a number cannot be true. The same ends refuse an answer in the operations and in the forms.
function limitRules(fields) {
  const limited = fields.filter((field) => ["QUANTITY", "COMPUTED", "INTEGER"].includes(field.kind) && !isPressure(field)
    && (field.hard_min || field.hard_max));
  return [...grouped(limited, (field) => `${field.hard_min} to ${field.hard_max}`)].map(([limits, members]) => ({
    id: `anc-limit-${limits.replaceAll(" ", "-")}`,
    says: `The number is from ${limits}: ${named(members)}`,
    expression: about(members, `(value.ofType(Quantity).value | value.ofType(integer)).all($this >= ${members[0].hard_min} and $this <= ${members[0].hard_max})`),
  }));
}

function pressureRules(fields) {
  return fields.filter(isPressure).map((field) => ({
    id: `anc-limit-${codeOf(field)}`,
    says: `The pressure is from ${field.hard_min} to ${field.hard_max} mm[Hg]: ${field.name}`,
    expression: `component.where(code.coding.where(system = '${WHO}' and code = '${field.who}').exists()).value.ofType(Quantity).value.all($this >= ${field.hard_min} and $this <= ${field.hard_max})`,
  }));
}

function typesOf(field) {
  const written = field.shapes.split(" ").includes("written");
  return [...(isWorkedOutNumber(field) ? ["Quantity"] : VALUE_TYPES[field.kind]), ...(written ? ["string"] : [])];
}

function about(members, demand) {
  const who = members.filter((field) => field.who).map((field) => field.who);
  const own = members.filter((field) => !field.who).map(codeOf);
  const systems = [[WHO, who], [OWN, own]].filter(([, codes]) => codes.length > 0)
    .map(([system, codes]) => `(system = '${system}' and code in (${codes.map((code) => `'${code}'`).join(" | ")}))`);
  return `code.coding.where(${systems.join(" or ")}).exists() implies ${demand}`;
}

const ruleSet = (name, rules) => `RuleSet: ${name}\n${rules.map((rule) => `* obeys ${rule.id}\n`).join("")}`;
const named = (members) => members.map((field) => field.name).join(", ");

/** A unit or a type as it may stand in an invariant's id: "mg/dL" becomes "mg-per-dL". */
function slug(text) {
  const words = text.replaceAll("%", "percent").replaceAll("/", "-per-");
  return words.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

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
