// Draws the sequence pictures of the guide from the part of PlantUML that they are written in, so that HL7's publisher
// and this build show the same: "participant midwife as "Midwife"", "a -> b : text", "a --> b : answer".
import { escaped } from "./html.mjs";

const LANE = 150;
const STEP = 54;
const TOP = 58;

export function drawn(source, name) {
  const lines = source.split("\n").map((line) => line.trim());
  const title = lines.find((line) => line.startsWith("title "))?.slice(6) ?? name;
  const lanes = lines.map((line) => line.match(/^participant (\w+) as "([^"]+)"/)).filter(Boolean)
    .map(([, id, label], index) => ({ id, label, x: LANE / 2 + index * LANE }));
  const steps = lines.map((line) => line.match(/^(\w+) (--?>) (\w+) : (.*)/)).filter(Boolean)
    .map(([, from, arrow, to, text], index) => ({ from: lane(lanes, from), to: lane(lanes, to), back: arrow === "-->", text,
      y: TOP + 40 + index * STEP }));
  const width = lanes.length * LANE;
  const height = TOP + 30 + steps.length * STEP;
  return `<figure class="sequence"><div class="scroll" tabindex="0" role="region" aria-label="${escaped(title)}">
<svg role="img" aria-label="${escaped(`${title}: ${described(steps)}`)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">
${lanes.map((one) => laneSvg(one, height)).join("\n")}
${steps.map(stepSvg).join("\n")}
</svg></div><figcaption>${escaped(title)}</figcaption></figure>`;
}

const lane = (lanes, id) => {
  const found = lanes.find((one) => one.id === id);
  if (!found) {
    throw new Error(`A sequence picture speaks of ${id}, who is no participant`);
  }
  return found;
};

const described = (steps) => steps.map((step) => `${step.from.label} to ${step.to.label}: ${step.text}`).join("; ");

function laneSvg({ label, x }, height) {
  return `<line class="lane" x1="${x}" y1="${TOP - 10}" x2="${x}" y2="${height}"/>
<rect class="actor" x="${x - 66}" y="8" width="132" height="40" rx="4"/>
<text class="who" x="${x}" y="33" text-anchor="middle">${escaped(label)}</text>`;
}

function stepSvg({ from, to, back, text, y }) {
  if (from === to) {
    return `${wrapped(text, from.x + 8, y - 6, "start", 22)}<circle class="self" cx="${from.x}" cy="${y}" r="5"/>`;
  }
  const way = Math.sign(to.x - from.x);
  const middle = (from.x + to.x) / 2;
  const tip = to.x - way * 2;
  return `${wrapped(text, middle, y - 6, "middle", Math.floor(Math.abs(to.x - from.x) / 6.2))}
<line class="${back ? "answer" : "call"}" x1="${from.x}" y1="${y}" x2="${to.x}" y2="${y}"/>
<polygon class="tip" points="${tip},${y} ${tip - way * 9},${y - 5} ${tip - way * 9},${y + 5}"/>`;
}

/** Lines of at most so many letters, the last one just above the arrow. */
function wrapped(text, x, bottom, anchor, most) {
  const lines = text.split(" ").reduce((made, word) => {
    const last = made.at(-1) ?? "";
    return last && `${last} ${word}`.length > most ? [...made, word] : [...made.slice(0, -1), last ? `${last} ${word}` : word];
  }, []);
  return lines.map((line, index) =>
    `<text class="says" x="${x}" y="${bottom - (lines.length - 1 - index) * 13}" text-anchor="${anchor}">${escaped(line)}</text>`).join("");
}
