#!/usr/bin/env bash
# Writes docs/quality.md from what coverage.sh and mutation.sh measured; the exit code says whether the floors hold.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

dotnet run -c Release --project tests/AmoCrm.Sdk.Quality -- "$PWD"
