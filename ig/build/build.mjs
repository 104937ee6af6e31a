// Makes target/classes/anc-ig.tgz, the guide as the server and the tests load it, and target/classes/guide, as people read it. Run by Maven, or by hand: node build/build.mjs
import { mkdirSync, rmSync } from "node:fs";
import { assembleProject } from "./assemble.mjs";
import { makeCorePackage } from "./core-package.mjs";
import { fingerprintOf, isCurrent, remember } from "./fingerprint.mjs";
import { installTools } from "./install.mjs";
import { packGuide } from "./pack.mjs";
import { home, marker, packageFile, project, sources } from "./places.mjs";
import { makeSite, siteFolder } from "./site/site.mjs";
import { runSushi } from "./sushi.mjs";

const fingerprint = fingerprintOf(sources);
if (!isCurrent(marker, fingerprint, packageFile, siteFolder)) {
  installTools();
  mkdirSync(home, { recursive: true });
  makeCorePackage(home);
  rmSync(project, { recursive: true, force: true });
  assembleProject();
  runSushi();
  packGuide();
  makeSite();
  remember(marker, fingerprint);
}
