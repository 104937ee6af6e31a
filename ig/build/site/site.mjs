// Makes the readable guide, target/classes/guide: plain files that open from a disk or a server, with or without a script.
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codedAnswers, dictionary, generated, indicatorFields, nehr, packageFile, root, ruleFields, rules, siteFolder, tables }
  from "../places.mjs";
import { capabilityPage, codeSystemPage, examplePage, measurePage, namingSystemPage, operationPage, otherPage, questionnairePage,
  valueSetPage } from "./definitions.mjs";
import { dictionaryPage } from "./dictionary-page.mjs";
import { escaped, page, table } from "./html.mjs";
import { kinds } from "./kinds.mjs";
import { htmlOf } from "./markdown.mjs";
import { nehrPage } from "./nehr-page.mjs";
import { profilePage } from "./profiles.mjs";
import { refusedCases, refusedPage } from "./refused-page.mjs";
import { drawn } from "./sequence.mjs";
import { tracePage } from "./trace-page.mjs";

const here = join(root, "build/site");
const pictures = join(root, "input/images-source");
const narratives = join(root, "input/pagecontent");
const making = `${siteFolder}.making`;

const RENDERERS = { StructureDefinition: profilePage, CodeSystem: codeSystemPage, ValueSet: valueSetPage,
  OperationDefinition: operationPage, CapabilityStatement: capabilityPage, Questionnaire: questionnairePage,
  NamingSystem: namingSystemPage, Measure: measurePage };
const KINDS = [
  ["Profiles", (one) => one.resourceType === "StructureDefinition" && one.type !== "Extension"],
  ["Extensions", (one) => one.resourceType === "StructureDefinition" && one.type === "Extension"],
  ["Operations", (one) => one.resourceType === "OperationDefinition"],
  ["Capabilities", (one) => one.resourceType === "CapabilityStatement"],
  ["Questionnaires", (one) => one.resourceType === "Questionnaire"],
  ["Measures", (one) => one.resourceType === "Measure"],
  ["Code systems", (one) => one.resourceType === "CodeSystem"],
  ["Value sets", (one) => one.resourceType === "ValueSet"],
  ["Identifier systems", (one) => one.resourceType === "NamingSystem"],
  ["Examples", () => true],
];

// Whole or not at all: what is half made has another name.
export function makeSite() {
  const site = contentsOf(readResources());
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const pages = [...narrativePages(site), ...artefactPages(site)];
  pages.forEach((one) => writeFileSync(join(making, one.file), page({ ...one, guide: site.guide, menu: site.menu })));
  site.artefacts.forEach((one) => writeFileSync(join(making, `${site.nameOf(one)}.json`), `${JSON.stringify(one, null, 2)}\n`));
  writeFileSync(join(making, "search-index.js"), `window.ancGuide = ${JSON.stringify(pages.map(indexed))};\n`);
  site.refused.forEach((one) =>
    writeFileSync(join(making, `refused-${one.file}.json`), `${JSON.stringify(one.resource, null, 2)}\n`));
  ["guide.css", "guide.svg", "search.js"].forEach((name) => cpSync(join(here, name), join(making, name)));
  kinds().forEach(([name, svg]) => writeFileSync(join(making, name), svg));
  cpSync(packageFile, join(making, "package.tgz"));
  cpSync(dictionary, join(making, "data-dictionary.csv"));
  cpSync(codedAnswers, join(making, "coded-answers.csv"));
  renameSync(making, siteFolder);
}

const text = (file) => readFileSync(file, "utf8");

function readResources() {
  return readdirSync(generated).filter((name) => name.endsWith(".json")).sort()
    .map((name) => JSON.parse(readFileSync(join(generated, name), "utf8")));
}

function contentsOf(resources) {
  const guide = resources.find((one) => one.resourceType === "ImplementationGuide");
  const artefacts = resources.filter((one) => one !== guide);
  const listed = new Map(guide.definition.resource.map((one) => [one.reference.reference, one]));
  const byUrl = new Map(artefacts.filter((one) => one.url).map((one) => [one.url, one]));
  const nameOf = (one) => `${one.resourceType}-${one.id}`;
  const about = (one) => listed.get(`${one.resourceType}/${one.id}`) ?? {};
  const titleOf = (one) => one.title ?? about(one).name ?? one.name ?? one.id;
  const linkTo = (one) => `<a href="${nameOf(one)}.html">${escaped(titleOf(one))}</a>`;
  const link = (canonical) => {
    const own = byUrl.get(String(canonical).split("|")[0]);
    return own ? linkTo(own) : escaped(String(canonical ?? "").replace("http://hl7.org/fhir/StructureDefinition/", ""));
  };
  const downloads = (one) => `<a href="${nameOf(one)}.json" download>JSON</a>`;
  const menu = guide.definition.page.page.map((one) => [one.title, one.nameUrl.replace(/\.md$/, ".html")]);
  menu.push(["Data dictionary", "dictionary.html"], ["From field to indicator", "fields.html"], ["What is refused", "refused.html"],
    ["All artefacts", "artifacts.html"]);
  const rows = (profile, part) => text(join(tables, `${profile.id}-${part}.html`));
  return { refused: refusedCases(), rows, guide, artefacts, canonical: guide.url.replace(/\/ImplementationGuide\/.*/, ""), nameOf, about, titleOf, linkTo, link,
    downloads, menu, examples: artefacts.filter((one) => about(one).exampleBoolean || about(one).exampleCanonical) };
}

function narrativePages(site) {
  const picture = (name) => drawn(readFileSync(join(pictures, name.replace(/\.svg$/, ".plantuml")), "utf8"), name);
  const written = site.guide.definition.page.page.map((one) => {
    const name = one.nameUrl.replace(/\.(html|md)$/, "");
    const markdown = readFileSync(join(narratives, `${name}.md`), "utf8");
    return { title: one.title, file: `${name}.html`, body: htmlOf(markdown, picture) };
  });
  const dictionaryBody = dictionaryPage(text(dictionary), text(codedAnswers));
  const traceBody = tracePage({ dictionary: text(dictionary), ruleFields: text(ruleFields), rules: text(rules),
    indicatorFields: text(indicatorFields) });
  return [...written, { title: "Data dictionary", file: "dictionary.html", body: dictionaryBody },
    { title: "From field to indicator", file: "fields.html", body: traceBody },
    { title: "Examples of the NEHR", file: "nehr.html", body: nehrPage(text(nehr), site) },
    { title: "What is refused", file: "refused.html", body: refusedPage(site.refused, site) },
    { title: "All artefacts", file: "artifacts.html", body: listOf(site) }];
}

/** Each artefact under the first kind that it is of. */
function listOf(site) {
  const left = new Set(site.artefacts);
  return KINDS.map(([name, isOne]) => {
    const members = [...left].filter((one) => (name === "Examples") === site.examples.includes(one) && isOne(one));
    members.forEach((one) => left.delete(one));
    return members.length === 0 ? "" : `<h2>${name}</h2>${table(name, ["Name", "What it is for"],
      members.map((one) => [site.linkTo(one), escaped(one.description ?? site.about(one).description)]))}`;
  }).join("\n");
}

function artefactPages(site) {
  return site.artefacts.map((one) => {
    const render = site.examples.includes(one) ? examplePage : RENDERERS[one.resourceType] ?? otherPage;
    return { title: site.titleOf(one), file: `${site.nameOf(one)}.html`, body: render(one, site) };
  });
}

function indexed({ title, file, body }) {
  const text = body.replace(/<[^>]+>/g, " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&").replace(/\s+/g, " ").trim();
  return [title, file, text];
}
