/** What a sheet holds once formats and formulas are resolved. Shared by readers and writers. */

/** Dates are ISO text (`2024-01-05`, with a time `2024-01-05 08:30`, a time alone `08:30`); null is empty. */
export type Cell = string | number | boolean | null;

export interface Row {
  /** 1-based, as the user sees it in Excel */
  readonly number: number;
  /** dense from column A; empty cells are null; rows that hold nothing are not reported */
  readonly cells: readonly Cell[];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** Column index of a reference such as AB12 or AB; −1 when it names none Excel has (A … XFD). */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
    if (index > maxColumns) return -1;
  }
  return index - 1;
}

export const maxColumns = 16_384;
export const maxRows = 1_048_576;

const dayMs = 86_400_000;
/** Excel's day 0; its day 60 is 1900-02-29, which never was, so days before it are one off */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/** Excel serial day → ISO date, date and time, or time alone below 1. null outside 1900–9999. */
export function serialToIso(serial: number, date1904 = false): string | null {
  if (!(serial >= 0) || serial >= 2_958_466) return null;
  if (serial < 1) return clock(Math.round(serial * 1440));
  const day = Math.floor(serial);
  const minutes = Math.round((serial - day) * 1440);
  const epoch = date1904 ? epoch1904 : epoch1900;
  const shift = !date1904 && day < 60 ? 1 : 0;
  const carried = day + shift + (minutes === 1440 ? 1 : 0);
  const date = new Date(epoch + carried * dayMs).toISOString().slice(0, 10);
  return minutes === 0 || minutes === 1440 ? date : `${date} ${clock(minutes)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
