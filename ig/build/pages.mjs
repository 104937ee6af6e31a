// Last step: makes target/classes/guide, as people read it, unless it is there. The first step takes it away when it is old.
import { existsSync } from "node:fs";
import { siteFolder } from "./places.mjs";
import { makeSite } from "./site/site.mjs";

if (!existsSync(siteFolder)) {
  makeSite();
}
