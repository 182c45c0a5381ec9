/** How sources are named, for help texts and messages. */
export const sourceForms =
  'schema:FILE, schema:terraform, sdk, emulator, emulator:terraform, emulator:REPORT.json, docs:FOLDER';
