/** How sources are named, for help texts and messages. */
export const sourceForms = 'schema:FILE, schema:terraform, sdk, emulator, emulator:REPORT.json, docs:FOLDER';
