/**
 * `path` as the disks of macOS and Windows compare names: without regard to case and to how accents are
 * composed. Paths for which it is the same are one file there; elsewhere they may be two.
 *
 * Folds case in full (`ß` is `ss`), as APFS does; a disk that folds less tells more names apart, never fewer.
 */
export function foldPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
