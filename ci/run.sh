#!/usr/bin/env bash
# The action's second step: one alimock command from the ALIMOCK_* variables. Values go through variables and
# never through the script's text, so that a page's name cannot become a command.
set -euo pipefail
set -f # patterns are alimock's, not the shell's

arguments=("$ALIMOCK_COMMAND")
while IFS= read -r word; do arguments+=("$word"); done < <(tr -s '[:space:]' '\n' <<< "$ALIMOCK_PAGES" | sed '/^$/d')
# check calls its formats reporters.
format_option=--format
[ "$ALIMOCK_COMMAND" = check ] && format_option=--reporter
[ -z "${ALIMOCK_FORMAT:-}" ] || arguments+=("$format_option" "$ALIMOCK_FORMAT")
[ -z "${ALIMOCK_OUTPUT:-}" ] || arguments+=(--output "$ALIMOCK_OUTPUT")
[ -z "${ALIMOCK_SHARD:-}" ] || arguments+=(--shard "$ALIMOCK_SHARD")
while IFS= read -r word; do arguments+=("$word"); done < <(tr -s '[:space:]' '\n' <<< "${ALIMOCK_ARGUMENTS:-}" | sed '/^$/d')

status=0
node "$ACTION_PATH/bin/alimock.js" "${arguments[@]}" || status=$?
[ -z "${GITHUB_OUTPUT:-}" ] || echo "exit-code=$status" >> "$GITHUB_OUTPUT"
exit "$status"
