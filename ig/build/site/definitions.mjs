// Shows the other artefacts: codes, value sets, operations, capabilities, questionnaires, naming systems, examples.
import { code, escaped, facts, table } from "./html.mjs";

export function codeSystemPage(system, site) {
  return [
    `<p>${escaped(system.description)}</p>`,
    facts([["Canonical", code(system.url)], ["Content", system.content], ["Files", site.downloads(system)]]),
    table(`Codes of ${system.title}`, ["Code", "Display", "Definition"], (system.concept ?? []).map((concept) =>
      [`<span id="${escaped(concept.code)}">${code(concept.code)}</span>`, escaped(concept.display), escaped(concept.definition)])),
  ].join("\n");
}

export function valueSetPage(set, site) {
  return [
    `<p>${escaped(set.description)}</p>`,
    facts([["Canonical", code(set.url)], ["Files", site.downloads(set)]]),
    table(`What ${set.title} includes`, ["From", "Codes"], set.compose.include.map((part) =>
      [part.system ? site.link(part.system) : (part.valueSet ?? []).map(site.link).join(", "), (part.concept ?? [])
        .map((one) => `${code(one.code)} ${escaped(one.display)}`).join(", ") || "all"])),
  ].join("\n");
}

export function operationPage(operation, site) {
  const address = operation.resource?.[0] ?? "";
  const ways = [operation.type && `POST ${address}/$${operation.code}`, operation.instance
    && `POST ${address}/{id}/$${operation.code}`].filter(Boolean).map(code).join(", ");
  const rows = (use) => operation.parameter.filter((one) => one.use === use).flatMap((one) => parameterRows(one, 0, site));
  return [
    `<p>${escaped(operation.description)}</p>`,
    facts([["Canonical", code(operation.url)], ["Called", ways], ["Changes something", operation.affectsState ? "yes" : "no"],
      ["Shown with examples", `<a href="operations.html">Operations</a>`], ["Files", site.downloads(operation)]]),
    "<h2 id=\"in\">Asked</h2>", table(`Parameters of $${operation.code}`, PARAMETERS, rows("in")),
    "<h2 id=\"out\">Answered</h2>", table(`Answer of $${operation.code}`, PARAMETERS, rows("out")),
    "<h2 id=\"refused\">Refused</h2>",
    `<p>By an OperationOutcome with a code of ${site.link(`${site.canonical}/CodeSystem/anc-problem`)}.</p>`,
  ].join("\n");
}

const PARAMETERS = ["Parameter", "Card.", "Type", "Meaning"];

function parameterRows(parameter, depth, site) {
  const type = [escaped(parameter.type ?? "parts"), (parameter.targetProfile ?? []).map(site.link).join(" or "),
    parameter.binding && `from ${site.link(parameter.binding.valueSet)}`].filter(Boolean).join(" ");
  return [[`<span class="d${depth}">${code(parameter.name)}</span>`, `${parameter.min}..${parameter.max}`, type,
    escaped(parameter.documentation)],
  ...(parameter.part ?? []).flatMap((part) => parameterRows(part, depth + 1, site))];
}

export function capabilityPage(statement, site) {
  const rest = statement.rest[0];
  const rows = (rest.resource ?? []).map((one) => [escaped(one.type), (one.supportedProfile ?? []).map(site.link).join(", "),
    (one.interaction ?? []).map((interaction) => interaction.code).join(", "),
    (one.searchParam ?? []).map((search) => code(search.name)).join(" "),
    (one.operation ?? []).map((operation) => site.link(operation.definition)).join(", ")]);
  return [
    `<p>${escaped(statement.description)}</p>`,
    facts([["Canonical", code(statement.url)], ["Side", rest.mode], ["Security", escaped(rest.security?.description)],
      ["Files", site.downloads(statement)]]),
    table(`What ${statement.title} does`, ["Resource", "Profiles", "Interactions", "Searches", "Operations"], rows),
    rest.documentation ? `<p>${escaped(rest.documentation)}</p>` : "",
  ].join("\n");
}

export function questionnairePage(questionnaire, site) {
  return [
    `<p>${escaped(questionnaire.description)}</p>`,
    facts([["Canonical", code(questionnaire.url)], ["Files", site.downloads(questionnaire)]]),
    ...questionnaire.item.map((group) => `<h2 id="${group.linkId}">${escaped(group.text)}</h2>${
      table(group.text, ["Field", "Question", "Type", "Card.", "Answers"], group.item.map((item) => itemRow(item, site)))}`),
  ].join("\n");
}

function itemRow(item, site) {
  const unit = item.extension?.find((one) => one.url.endsWith("questionnaire-unit"))?.valueCoding.code;
  const options = (item.answerOption ?? []).map((option) => escaped(option.valueCoding.display)).join("; ");
  return [`<a href="dictionary.html#${item.linkId}">${code(item.linkId)}</a>`, escaped(item.text), item.type,
    `${item.required ? 1 : 0}..${item.repeats ? "*" : 1}`, options || (unit ? code(unit) : "")];
}

export function measurePage(measure, site) {
  const populations = measure.group.flatMap((group) => group.population ?? []);
  return [
    `<p>${escaped(measure.description)}</p>`,
    facts([["Canonical", code(measure.url)], ["Indicator", measure.identifier.map((id) => code(id.value)).join(", ")],
      ["Kind", measure.scoring.coding[0].code], ["Better is", measure.improvementNotation?.coding[0].code === "decrease" ? "less" : "more"],
      ["Counted by", `<a href="OperationDefinition-anc-evaluate-measure.html">${code("$evaluate-measure")}</a>`],
      ["Fields", `<a href="fields.html">From field to indicator</a>`], ["Files", site.downloads(measure)]]),
    table(`What ${measure.title} counts`, ["Population", "Who is counted"],
      populations.map((one) => [escaped(one.code.coding[0].code), escaped(one.description)])),
    stratifiers(measure),
  ].join("\n");
}

function stratifiers(measure) {
  const all = measure.group.flatMap((group) => group.stratifier ?? []);
  return all.length === 0 ? "" : table(`How the figures of ${measure.title} are broken down`, ["By", "How"],
    all.map((one) => [escaped(one.code.coding?.[0].code ?? one.code.text), escaped(one.description)]));
}

export function namingSystemPage(system, site) {
  return [
    `<p>${escaped(system.description)}</p>`,
    facts([["Kind", system.kind], ["Responsible", escaped(system.responsible)], ["Files", site.downloads(system)]]),
    table(`Addresses of ${system.name}`, ["Address", "Preferred", "Where"], system.uniqueId.map((id) =>
      [code(id.value), id.preferred ? "yes" : "no", escaped(id.comment)])),
  ].join("\n");
}

export function examplePage(example, site) {
  return [
    `<p>${escaped(site.about(example).description ?? "")}</p>`,
    facts([["Keeps to", (example.meta?.profile ?? []).map(site.link).join(", ")], ["Files", site.downloads(example)]]),
    `<pre tabindex="0"><code>${escaped(JSON.stringify(example, null, 2))}</code></pre>`,
  ].join("\n");
}

export function otherPage(resource, site) {
  return [`<p>${escaped(resource.description ?? "")}</p>`,
    facts([["Canonical", code(resource.url)], ["Files", site.downloads(resource)]]),
    `<pre tabindex="0"><code>${escaped(JSON.stringify(resource, null, 2))}</code></pre>`].join("\n");
}
