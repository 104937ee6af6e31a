// Reads a CSV file with a header line, as RFC 4180 has it: quoted fields may hold commas and doubled quotes.

/** One object per line, keyed by the header. */
export function readCsv(text) {
  const [header, ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/).filter((line) => line !== "").map(fieldsOf);
  return lines.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ""])));
}

function fieldsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
