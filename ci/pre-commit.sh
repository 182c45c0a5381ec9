#!/usr/bin/env bash
# The pre-commit hooks: pre-commit has cloned this repository, and runs this file from there in the user's own.
# The first run installs and builds; it needs Node 20.19 or newer and npm.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bash "$home/ci/install.sh" "$home" > /dev/null
exec node "$home/bin/alimock.js" "$@"
