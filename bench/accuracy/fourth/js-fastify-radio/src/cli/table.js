/**
 * @param {Record<string, unknown>[]} rows
 * @param {string[]} columns
 */
export function table(rows, columns) {
  const width = (column) => Math.max(column.length, ...rows.map((r) => String(r[column]).length));
  const line = (cell) => columns.map((c) => String(cell(c)).padEnd(width(c))).join('  ');
  return [line((c) => c), ...rows.map((r) => line((c) => r[c]))].join('\n') + '\n';
}

export function csv(rows, columns) {
  return rows.map((r) => columns.map((c) => JSON.stringify(r[c])).join(',')).join('\n');
}
