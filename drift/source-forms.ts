/** How sources are named, for help texts and messages. */
export const sourceForms =
  'schema:FILE, schema:terraform, sdk, emulator, emulator:terraform, emulator:plan, emulator:REPORT.json, docs:FOLDER';
