// Turns the data dictionary into the two questionnaires: what is asked at registration and at a contact. An item's linkId is
// the name of its field, which is also its name in the operations.
import { readCsv } from "./csv.mjs";
import { systemOf } from "./dictionary.mjs";

const WHO = "http://smart.who.int/anc";
const OWN = "https://ancregistry.org/fhir/CodeSystem/anc-dictionary";
const UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
const LIMITS = [["hard_min", "http://hl7.org/fhir/StructureDefinition/minValue"], ["hard_max", "http://hl7.org/fhir/StructureDefinition/maxValue"]];

// What a registration cannot go without; what a contact cannot depends on other answers and is judged by the operation.
const REQUIRED = { registration: ["gravida", "parity"], visit: [] };
const TYPES = [["measured", "decimal"], ["dated", "date"], ["counted", "integer"], ["written", "string"], ["yes-no", "boolean"]];

/** Pairs of file name under input/fsh and its text. */
export function questionnairesFsh(dictionary, codedAnswers) {
  const fields = readCsv(dictionary).filter((field) => field.shapes !== "");
  const answers = readCsv(codedAnswers);
  return [
    ["instances/AncRegistrationQuestionnaire.fsh", questionnaire("anc-registration", "AncRegistration", "Registration of a mother",
      "What is asked when a mother is registered, as $register-anc takes it.", fields, answers, "registration")],
    ["instances/AncContactQuestionnaire.fsh", questionnaire("anc-contact", "AncContactForm", "Antenatal contact",
      "What may be asked at a contact, as $record-anc-visit takes it.", fields, answers, "visit")],
  ];
}

function questionnaire(id, name, title, description, fields, answers, asked) {
  const members = fields.filter((field) => field[asked]);
  const groups = [...new Set(members.map((field) => field.group))];
  return `Instance: ${id}
InstanceOf: Questionnaire
Usage: #definition
Title: "${title}"
Description: "${description}"
* url = "https://ancregistry.org/fhir/Questionnaire/${id}"
* version = "0.1.0"
* name = "${name}"
* title = "${title}"
* status = #draft
* experimental = false
* date = "2026-11-23"
* publisher = "ANC Registry"
* description = "${description}"
* subjectType = #Patient
${groups.map((group, index) => groupFsh(group, `item[${index}]`, members.filter((field) => field.group === group), answers, asked)).join("")}`;
}

function groupFsh(group, path, fields, answers, asked) {
  return `* ${path}.linkId = "${group.toLowerCase().replace(/[^a-z]+/g, "-")}"
* ${path}.text = "${group}"
* ${path}.type = #group
${fields.map((field, index) => itemFsh(field, `${path}.item[${index}]`, answers, asked)).join("")}`;
}

function itemFsh(field, path, answers, asked) {
  const options = answers.filter((answer) => answer.field === field.name);
  const rules = [
    `${path}.linkId = "${field.name}"`,
    `${path}.code = ${field.who ? `${WHO}#${field.who}` : `${OWN}#${field.name.replaceAll("_", "-")}`}`,
    `${path}.text = ${JSON.stringify(field.definition)}`,
    `${path}.type = #${typeOf(field)}`,
    `${path}.required = ${REQUIRED[asked].includes(field.name)}`,
    `${path}.repeats = ${field.repeats !== ""}`,
    ...options.map((answer, index) => `${path}.answerOption[${index}].valueCoding = ${
      systemOf(answer.code)}#${answer.code} ${JSON.stringify(answer.label)}`),
    ...extensions(field, path),
  ];
  return rules.map((rule) => `* ${rule}\n`).join("");
}

function extensions(field, path) {
  const unit = field.shapes.includes("measured") && field.unit
    ? [[UNIT, `valueCoding = http://unitsofmeasure.org#${field.unit}`]] : [];
  const type = typeOf(field) === "integer" ? "valueInteger" : "valueDecimal";
  const limits = ["integer", "decimal"].includes(typeOf(field))
    ? LIMITS.filter(([name]) => field[name]).map(([name, url]) => [url, `${type} = ${field[name]}`]) : [];
  return [...unit, ...limits].flatMap(([url, value], index) =>
    [`${path}.extension[${index}].url = "${url}"`, `${path}.extension[${index}].${value}`]);
}

/** Of several forms that an answer may take, the one that says most; a list beside which words may stand is open. */
function typeOf(field) {
  const shapes = field.shapes.split(" ");
  if (shapes.includes("chosen")) {
    return shapes.includes("written") ? "open-choice" : "choice";
  }
  return TYPES.find(([shape]) => shapes.includes(shape))[1];
}
