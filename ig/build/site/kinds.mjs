// The pictures of the kinds of elements, by the names that HL7's renderer has for them.

const INK = 'fill="none" stroke="#0b4f4a" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"';
const KINDS = {
  resource: ["resource", `<path ${INK} d="M3 1.5h7l3 3v10H3z M10 1.5v3h3"/>`],
  element: ["element", `<path ${INK} d="M2 2.5h12v11H2z M2 6h12"/>`],
  datatype: ["data type", `<path ${INK} d="M8 1.5l6 3.2v6.6l-6 3.2-6-3.2V4.7z M2 4.7l6 3.3 6-3.3 M8 8v6.5"/>`],
  primitive: ["simple value", `<path ${INK} d="M2 2h12v12H2z"/><path ${INK} d="M5 11.5l3-7 3 7 M6 9h4"/>`],
  reference: ["reference", `<path ${INK} d="M6 3H2v11h11v-4 M8 2h6v6 M14 2L7 9"/>`],
  extension: ["extension", `<path ${INK} d="M2 2h12v12H2z M8 5v6 M5 8h6"/>`],
  slice: ["slice", `<circle ${INK} cx="8" cy="8" r="6.2"/><path ${INK} d="M8 8V1.8 M8 8l5.4 3"/>`],
  choice: ["choice of types", `<path ${INK} d="M2 8h4 M6 8l4-5h4 M6 8l4 5h4 M6 8h8"/>`],
  fixed: ["fixed value", `<path ${INK} d="M3 7h10v7H3z M5 7V5a3 3 0 0 1 6 0v2"/>`],
};

/** Pairs of a file's name and its SVG. */
export function kinds() {
  return Object.entries(KINDS).map(([name, [, drawing]]) =>
    [`kind-${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawing}</svg>\n`]);
}

/** All of them with what they mean, for the key above a table. */
export function kindKey() {
  return Object.entries(KINDS).map(([name, [meaning]]) =>
    `<li><img src="kind-${name}.svg" alt="" width="16" height="16">${meaning}</li>`).join("");
}
