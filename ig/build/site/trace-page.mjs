// One line for each field of the dictionary: where it stands, where it is asked, which rules look at it and which indicators
// count it. No cell is empty: where there is nothing, it says why.
import { readCsv } from "../csv.mjs";
import { formOf } from "./forms.mjs";
import { code, escaped, table } from "./html.mjs";
import { placesOf } from "./elements.mjs";

const HEADERS = ["Field", "Profile element", "In the portals", "Rules", "Indicators"];

export function tracePage({ dictionary, ruleFields, rules, indicatorFields }) {
  const fields = readCsv(dictionary);
  const byRule = usersOf(readCsv(ruleFields), "rule");
  const states = new Map(readCsv(rules).map((rule) => [rule.id, rule]));
  const indicators = readCsv(indicatorFields);
  const byIndicator = usersOf(indicators, "indicator");
  const names = new Map(indicators.map((one) => [one.indicator, one.name]));
  const groups = [...new Set(fields.map((field) => field.group))];
  return [
    `<p>What becomes of each field of the <a href="dictionary.html">data dictionary</a>. Made by every build: the elements from the
profiles, the places in the portals from their own lists of questions, the rules from a table that a test holds against what the
rules really look at. A rule in brackets ships switched off; its reason is in the list of <a href="CodeSystem-anc-rule.html">rules</a>.</p>`,
    ...groups.map((group) => `<h2 id="${slugOf(group)}">${escaped(group)}</h2>${table(group, HEADERS,
      fields.filter((field) => field.group === group).map((field) => [
        `<a id="${field.name}" href="dictionary.html#${field.name}">${code(field.name)}</a>`, placesOf(field), escaped(formOf(field)),
        ruleCell(field, byRule, states), indicatorCell(field, byIndicator, names)]))}`),
    `<h2 id="indicators">Indicators by the fields that they count</h2>`,
    table("Indicators", ["Indicator", "Name", "Fields"], indicators.map((one) => [code(one.indicator), escaped(one.name),
      one.fields.split(" ").map((name) => `<a href="#${name}">${code(name)}</a>`).join(" ")])),
  ].join("\n");
}

const slugOf = (text) => `group-${text.toLowerCase().replace(/[^a-z]+/g, "-")}`;

function usersOf(rows, key) {
  const users = new Map();
  rows.forEach((row) => row.fields.split(" ").filter(Boolean)
    .forEach((field) => users.set(field, [...(users.get(field) ?? []), row[key]])));
  return users;
}

function ruleCell(field, byRule, states) {
  const rules = byRule.get(field.name) ?? [];
  return rules.map((rule) => `<a href="CodeSystem-anc-rule.html#${rule}">${states.get(rule)?.state === "off"
    ? `(${code(rule)})` : code(rule)}</a>`).join(" ") || why(NO_RULE, field);
}

function indicatorCell(field, byIndicator, names) {
  return (byIndicator.get(field.name) ?? []).map((one) => `<span title="${escaped(names.get(one))}">${code(one)}</span>`)
    .join(" ") || why(NO_INDICATOR, field);
}

// Why nothing looks at a field, by what it is; the first that fits.
const NO_RULE = [
  [(field) => field.name.startsWith("danger_"), "R-DANGER through ANC.B5.DE48"],
  [(field) => ["lmp", "lmp_certainty", "ultrasound_edd", "edd", "ga_source"].includes(field.name),
    "dates the pregnancy, and so every rule that asks for weeks"],
  [(field) => field.name.startsWith("risk_"), "what the rules result in"],
  [(field) => field.group === "Outcome", "the pregnancy has ended: rules look at contacts"],
  [(field) => field.name.startsWith("dx_"), "a diagnosis: the rules look at the findings behind it"],
  [(field) => field.kind === "ADMINISTRATIVE", "identity and organisation: not clinical"],
  [(field) => field.kind === "MEDICATION" || field.group === "Supplements and treatment", "what is given: follows from rules, feeds none"],
  [() => true, "for who cares for her: neither WHO's tables nor the registry's rules use it"],
];
const NO_INDICATOR = [
  [(field) => field.kind === "ADMINISTRATIVE", "not counted"],
  [() => true, "counted by no indicator of WHO or Sri Lanka"],
];

const why = (reasons, field) => `<span class="why">${escaped(reasons.find(([fits]) => fits(field))[1])}</span>`;
