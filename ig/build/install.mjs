// Installs the pinned tools when package-lock.json changed since the last time. A second run needs no network.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fingerprintOf, isCurrent, remember } from "./fingerprint.mjs";
import { root } from "./places.mjs";

const modules = join(root, "node_modules");
const marker = join(modules, ".installed.sha256");

export function installTools() {
  const wanted = fingerprintOf([join(root, "package-lock.json")]);
  if (isCurrent(marker, wanted)) {
    return;
  }
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["ci", "--ignore-scripts", "--prefer-offline"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  remember(marker, wanted);
}
