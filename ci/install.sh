#!/usr/bin/env bash
# Installs and builds alimock in its own folder, once: the action's first step.
set -euo pipefail
cd "$1"
[ -f dist/cli/main.js ] && exit 0
npm ci --no-audit --no-fund
npm run --silent build
