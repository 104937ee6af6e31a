// Where everything is: what the guide is made from, and what is made. Only target/ and node_modules/ are written to.
import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const root = fileURLToPath(new URL("..", import.meta.url));

// The one data dictionary: the Java code reads the same two files.
const clinical = join(root, "../domain/src/main/resources/org/ancregistry/domain/clinical");
export const dictionary = join(clinical, "data-dictionary.csv");
export const codedAnswers = join(clinical, "coded-answers.csv");

// Which rule and which indicator looks at which field; the rules' own table is the program's.
export const rules = join(root, "../domain/src/main/resources/org/ancregistry/domain/rules/rules.csv");
export const ruleFields = join(root, "input/data/rule-fields.csv");
export const indicatorFields = join(root, "input/data/indicator-fields.csv");

// What becomes of the examples of the national electronic health record.
export const nehr = join(root, "input/data/nehr.csv");

// What the guide refuses, which the tests try; and the portals' own lists of what they ask.
export const refused = join(root, "src/test/resources/refused");
const portals = join(root, "../smart-portals/src/main/java/org/ancregistry/portals");
export const formSources = [join(portals, "midwife/Section.java"), join(portals, "care/VisitFields.java")];

export const sources = [
  ...["build", "input", "ig.ini", "package-lock.json", "sushi-config.yaml", "src/main/java/org/ancregistry/ig/site"]
    .map((name) => join(root, name)),
  dictionary,
  codedAnswers,
  rules,
  refused,
  ...formSources,
];

// SUSHI looks for FHIR's own definitions under $HOME/.fhir and nowhere else, so it gets a home of its own.
export const home = join(root, "target/home");
export const project = join(root, "target/guide");
export const generated = join(project, "fsh-generated/resources");
export const packageFile = join(root, "target/classes/anc-ig.tgz");

// The rows of the profiles' tables, drawn by HL7's renderer between the two steps of the build.
export const tables = join(root, "target/tables");
export const siteFolder = join(root, "target/classes/guide");
export const marker = join(root, "target/guide.sha256");
