// Compiles the FSH. SUSHI's exit code is its number of errors, so any error stops the build.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { home, project } from "./places.mjs";

// An address that answers nothing: a guide must not come out differently on a machine that can reach FHIR's registry.
const NOWHERE = "http://127.0.0.1:9";
// What SUSHI would fetch besides the core and does without.
const EXPECTED = /latest version of sushi|hl7\.(fhir\.uv\.(tools|extensions)|terminology)\.r4#latest/;

export function runSushi() {
  const sushi = createRequire(import.meta.url).resolve("fsh-sushi/dist/app.js");
  const run = spawnSync(process.execPath, [sushi, "build", "--snapshot", project], { env: environment(), encoding: "utf8" });
  const complaints = complaintsIn(run.stdout + run.stderr);
  if (run.status !== 0 || complaints.length > 0) {
    console.error(complaints.join("\n") || run.stdout + run.stderr);
    throw new Error(`SUSHI ended with ${run.status} and ${complaints.length} complaint(s)`);
  }
}

function environment() {
  return { ...process.env, HOME: home, USERPROFILE: home, FPL_REGISTRY: NOWHERE, HTTPS_PROXY: NOWHERE, HTTP_PROXY: NOWHERE,
    https_proxy: NOWHERE, http_proxy: NOWHERE, npm_config_offline: "true", NO_COLOR: "1" };
}

/** Each error or warning with the lines that say where it is. */
function complaintsIn(output) {
  return output.split(/\n(?=(?:error|warn|info|debug|[╔║╚═ ]))/)
    .filter((message) => /^(error|warn)/.test(message) && !EXPECTED.test(message));
}
