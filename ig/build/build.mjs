// First step: makes target/classes/anc-ig.tgz, the guide as the server and the tests load it. Run by Maven, which then has HL7's
// renderer draw the profiles' tables (ProfileTables) and runs the last step, build/pages.mjs.
import { mkdirSync, rmSync } from "node:fs";
import { assembleProject } from "./assemble.mjs";
import { makeCorePackage } from "./core-package.mjs";
import { fingerprintOf, isCurrent, remember } from "./fingerprint.mjs";
import { installTools } from "./install.mjs";
import { packGuide } from "./pack.mjs";
import { home, marker, packageFile, project, siteFolder, sources, tables } from "./places.mjs";
import { runSushi } from "./sushi.mjs";

const fingerprint = fingerprintOf(sources);
if (!isCurrent(marker, fingerprint, packageFile)) {
  [project, tables, siteFolder].forEach((made) => rmSync(made, { recursive: true, force: true }));
  installTools();
  mkdirSync(home, { recursive: true });
  makeCorePackage(home);
  assembleProject();
  runSushi();
  packGuide();
  remember(marker, fingerprint);
}
