// Where everything is: what the guide is made from, and what is made. Only target/ and node_modules/ are written to.
import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const root = fileURLToPath(new URL("..", import.meta.url));

// The one data dictionary: the Java code reads the same two files.
const clinical = join(root, "../domain/src/main/resources/org/ancregistry/domain/clinical");
export const dictionary = join(clinical, "data-dictionary.csv");
export const codedAnswers = join(clinical, "coded-answers.csv");

export const sources = [
  ...["build", "input", "ig.ini", "package-lock.json", "sushi-config.yaml"].map((name) => join(root, name)),
  dictionary,
  codedAnswers,
];

// SUSHI looks for FHIR's own definitions under $HOME/.fhir and nowhere else, so it gets a home of its own.
export const home = join(root, "target/home");
export const project = join(root, "target/guide");
export const generated = join(project, "fsh-generated/resources");
export const packageFile = join(root, "target/classes/anc-ig.tgz");
export const marker = join(root, "target/guide.sha256");
