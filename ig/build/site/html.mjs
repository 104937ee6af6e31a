// What every page of the site is put into: head, menu, search box, foot. No script, style or font of others.

export const escaped = (text) => String(text ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;")
  .replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const slug = (text) => String(text).toLowerCase().replace(/<[^>]+>|&[a-z]+;/g, "").replace(/[^a-z0-9]+/g, "-")
  .replace(/^-|-$/g, "");

export const code = (text) => `<code>${escaped(text)}</code>`;

/** A table that scrolls sideways on a phone; cells are HTML already, the first of a row is its header. */
export function table(caption, headers, rows) {
  const head = headers.map((header) => `<th scope="col">${header}</th>`).join("");
  const body = rows.map(([first, ...rest]) =>
    `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n");
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table>
<caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`;
}

export function facts(pairs) {
  const rows = pairs.filter(([, value]) => value).map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("");
  return `<dl class="facts">${rows}</dl>`;
}

export function page({ title, body, file, guide, menu }) {
  const links = menu.map(([name, address]) =>
    `<li><a href="${address}"${address === file ? ' aria-current="page"' : ""}>${escaped(name)}</a></li>`).join("");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)} – ${escaped(guide.title)} guide</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="guide.css">
<link rel="icon" href="guide.svg" type="image/svg+xml">
<script src="search-index.js" defer></script>
<script src="search.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top"><div class="wide">
<a class="name" href="index.html">${escaped(guide.title)} <small>Implementation guide, version ${escaped(guide.version)}, FHIR R4</small></a>
<form class="search" role="search" action="artifacts.html">
<label for="search">Search the guide</label>
<input id="search" type="search" name="q" autocomplete="off">
</form>
</div></header>
<nav class="menu" aria-label="Guide"><ul class="wide">${links}</ul></nav>
<main id="content" class="wide">
<div id="search-found" role="region" aria-label="Search results" aria-live="polite" hidden></div>
<h1>${escaped(title)}</h1>
${body}
</main>
<footer class="foot"><div class="wide">
<p>${escaped(guide.title)}, version ${escaped(guide.version)}. Status: draft. Licence: ${escaped(guide.license)}.
WHO's codes are WHO's; LOINC is a trade mark of Regenstrief Institute.</p>
</div></footer>
</body>
</html>
`;
}
