// Packs what SUSHI made as a FHIR package. The same sources give the same bytes: sorted entries, no times, no owner.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { generated, packageFile } from "./places.mjs";

const BLOCK = 512;
const EXAMPLE_FOLDER = "package/example";
const CONFORMANCE = new Set([
  "CapabilityStatement", "CodeSystem", "ConceptMap", "ImplementationGuide", "Measure", "NamingSystem",
  "OperationDefinition", "Questionnaire", "SearchParameter", "StructureDefinition", "ValueSet",
]);

export function packGuide() {
  const resources = readdirSync(generated).filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(generated, name), "utf8")));
  const guide = resources.find((resource) => resource.resourceType === "ImplementationGuide");
  const entries = resources.map((resource) => [pathOf(resource), resource]);
  entries.push(["package/package.json", manifestOf(guide)]);
  mkdirSync(dirname(packageFile), { recursive: true });
  writeFileSync(packageFile, zipped(archiveOf(entries)));
}

function pathOf(resource) {
  const folder = CONFORMANCE.has(resource.resourceType) ? "package" : EXAMPLE_FOLDER;
  return `${folder}/${resource.resourceType}-${resource.id}.json`;
}

function manifestOf(guide) {
  return {
    name: guide.packageId,
    version: guide.version,
    description: guide.title,
    type: "IG",
    license: guide.license,
    canonical: guide.url.replace(/\/ImplementationGuide\/.*$/, ""),
    url: guide.url,
    title: guide.title,
    fhirVersions: guide.fhirVersion,
    dependencies: { "hl7.fhir.r4.core": "4.0.1" },
  };
}

function archiveOf(entries) {
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1));
  const blocks = sorted.flatMap(([path, resource]) => {
    const content = Buffer.from(JSON.stringify(resource, null, 1) + "\n");
    return [headerOf(path, content.length), padded(content)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

/** A POSIX ustar header; see IEEE Std 1003.1, pax, "ustar Interchange Format". */
function headerOf(path, size) {
  if (Buffer.byteLength(path) > 100) {
    throw new Error(`${path} is too long for a tar header`);
  }
  const header = Buffer.alloc(BLOCK);
  header.write(path, 0);
  header.write("0000644\0" + "0000000\0" + "0000000\0", 100);
  header.write(octal(size) + octal(0), 124);
  header.write("        0", 148);
  header.write("ustar\0" + "00", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(sum.toString(8).padStart(6, "0") + "\0 ", 148);
  return header;
}

function octal(number) {
  return number.toString(8).padStart(11, "0") + "\0";
}

function padded(content) {
  return Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

function zipped(archive) {
  const zip = gzipSync(archive, { level: 9 });
  zip[9] = 255; // "unknown operating system", so that the bytes do not tell where they were made
  return zip;
}
