// Puts the guide's sources and the FSH that is made from the data dictionary side by side, as SUSHI wants them.
// Made anew each time, so that what the dictionary says and what the guide says cannot drift apart.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dictionaryFsh } from "./dictionary.mjs";
import { questionnairesFsh } from "./questionnaires.mjs";
import { codedAnswers, dictionary, project, root } from "./places.mjs";

export function assembleProject() {
  for (const name of ["input", "ig.ini", "sushi-config.yaml"]) {
    cpSync(join(root, name), join(project, name), { recursive: true });
  }
  const tables = [readFileSync(dictionary, "utf8"), readFileSync(codedAnswers, "utf8")];
  for (const [name, text] of [...dictionaryFsh(...tables), ...questionnairesFsh(...tables)]) {
    const file = join(project, "input/fsh", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
