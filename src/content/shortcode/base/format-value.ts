/** A value as Liquid prints it: nothing for `nil`, lists without a separator. */
export function formatValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(formatValue).join('');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
