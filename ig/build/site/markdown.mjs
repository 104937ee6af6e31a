// Turns the guide's narrative pages into HTML: the part of Markdown that they use, and the include of a picture.
import { escaped, slug } from "./html.mjs";

/** HTML of a page; {@code picture} gives the HTML of an included picture by its file name. */
export function htmlOf(markdown, picture) {
  let tables = 0;
  return blocks(markdown.split("\n"), picture).join("\n")
    .replaceAll(TABLE, () => `aria-label="Table ${tables += 1}"`);
}

// Which table of the page it is, so that somebody who hears the page can tell them apart.
const TABLE = `aria-label="Table"`;

const KINDS = [
  [/^```(\w*)/, fence],
  [/^\{% include ([\w.-]+) %\}/, include],
  [/^(#{2,4}) (.*)/, heading],
  [/^\|/, pipes],
  [/^(?:- |\d+\. )/, list],
];

function blocks(lines, picture) {
  const made = [];
  while (lines.length > 0) {
    if (lines[0].trim() === "") {
      lines.shift();
      continue;
    }
    const [pattern, make] = KINDS.find(([start]) => start.test(lines[0])) ?? [/^(.*)/, paragraph];
    made.push(make(lines, lines[0].match(pattern), picture));
  }
  return made;
}

function fence(lines) {
  lines.shift();
  const end = lines.findIndex((line) => line.startsWith("```"));
  const text = lines.splice(0, end).join("\n");
  lines.shift();
  return `<pre tabindex="0"><code>${escaped(text)}</code></pre>`;
}

function include(lines, [, name], picture) {
  lines.shift();
  return picture(name);
}

// Pages begin below the title, which is the page's h1, so ### is an h2.
function heading(lines, [, marks, text]) {
  lines.shift();
  const level = Math.max(2, marks.length - 1);
  return `<h${level} id="${slug(text)}">${inline(text)}</h${level}>`;
}

function pipes(lines) {
  const rows = taken(lines, (line) => line.startsWith("|"))
    .map((line) => line.replace(/^\||\|\s*$/g, "").split(/(?<!\\)\|/).map((cell) => inline(cell.trim().replaceAll("\\|", "|"))));
  const [head, , ...body] = rows;
  return `<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${
    head.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead><tbody>${
    body.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}</tbody></table></div>`;
}

function list(lines) {
  const ordered = /^\d/.test(lines[0]);
  const items = taken(lines, (line) => line.trim() !== "").join("\n").split(/\n(?=(?:- |\d+\. ))/)
    .map((item) => `<li>${inline(item.replace(/^(?:- |\d+\. )/, "").replaceAll("\n", " "))}</li>`);
  const tag = ordered ? "ol" : "ul";
  return `<${tag}>${items.join("\n")}</${tag}>`;
}

function paragraph(lines) {
  return `<p>${inline(taken(lines, (line, index) => line.trim() !== "" && (index === 0 || !/^(- |#|\||```)/.test(line))).join(" "))}</p>`;
}

function taken(lines, wanted) {
  const end = lines.findIndex((line, index) => !wanted(line, index));
  return lines.splice(0, end < 0 ? lines.length : end);
}

/** Code first, so that nothing within it is read as markup. */
export function inline(text) {
  return text.split(/(`[^`]+`)/).map((part) => part.startsWith("`") && part.length > 1
    ? `<code>${escaped(part.slice(1, -1))}</code>` : marked(escaped(part))).join("");
}

function marked(text) {
  return text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>").replace(/\*([^*]+)\*/g, "<em>$1</em>");
}
