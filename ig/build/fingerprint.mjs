// Tells whether anything that the guide is made from has changed, so that the daily build does not run SUSHI for nothing.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./places.mjs";

export function filesUnder(place) {
  if (!statSync(place).isDirectory()) {
    return [place];
  }
  return readdirSync(place).sort().flatMap((name) => filesUnder(join(place, name)));
}

export function fingerprintOf(places) {
  const hash = createHash("sha256").update(process.version);
  for (const file of places.flatMap(filesUnder)) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

export function isCurrent(marker, fingerprint, ...products) {
  return products.every(existsSync) && existsSync(marker) && readFileSync(marker, "utf8") === fingerprint;
}

export function remember(marker, fingerprint) {
  writeFileSync(marker, fingerprint);
}
