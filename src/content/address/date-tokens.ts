const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const dayLength = 86_400_000;

/** Parts of addresses that a day `YYYY-MM-DD` gives, by their names in Hugo and Jekyll. */
export const dateTokens: Readonly<Record<string, (day: string) => string>> = {
  year: (day) => day.slice(0, 4),
  short_year: (day) => day.slice(2, 4),
  month: (day) => day.slice(5, 7),
  i_month: (day) => shortNumber(day.slice(5, 7)),
  monthname: monthName,
  long_month: monthName,
  short_month: (day) => monthName(day).slice(0, 3),
  day: (day) => day.slice(8, 10),
  i_day: (day) => shortNumber(day.slice(8, 10)),
  yearday: (day) => String(dayOfYear(day)),
  y_day: (day) => String(dayOfYear(day)).padStart(3, '0'),
  weekday: (day) => String(weekdayOf(day)),
  weekdayname: weekdayName,
  w_day: (day) => String(weekdayOf(day) || 7),
  short_day: (day) => weekdayName(day).slice(0, 3),
  long_day: weekdayName,
  week: (day) => String(weekOf(day).week).padStart(2, '0'),
  w_year: (day) => String(weekOf(day).year),
};

function shortNumber(digits: string): string {
  return digits.replace(/^0/, '');
}

function monthName(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? '';
}

/** 0 for Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function weekdayName(day: string): string {
  return weekdays[weekdayOf(day)] ?? '';
}

function dayOfYear(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / dayLength) + 1;
}

/** The week by ISO 8601 and the year that it belongs to: that of its Thursday. */
function weekOf(day: string): { readonly week: number; readonly year: number } {
  const offset = 4 - (weekdayOf(day) || 7);
  const thursday = new Date(Date.parse(day) + offset * dayLength).toISOString().slice(0, 10);
  return { week: Math.ceil(dayOfYear(thursday) / 7), year: Number(thursday.slice(0, 4)) };
}
