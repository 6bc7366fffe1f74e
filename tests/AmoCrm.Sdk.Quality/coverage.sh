#!/usr/bin/env bash
# Which hand-written lines run in a test: one report a test project, merged into artifacts/quality/coverage.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

results=$PWD/artifacts/quality/coverage
rm -rf "$results"
mkdir -p "$results"

dotnet tool restore
for project in tests/*.Tests; do
  case $project in
    # Other processes do the work there, and those are not measured.
    *.Soak.Tests | *.Packaging.Tests) continue ;;
  esac
  dotnet test --project "$project" -c Release \
    --coverage --coverage-settings "$PWD/tests/AmoCrm.Sdk.Quality/coverage.settings.xml" --coverage-output-format cobertura \
    --coverage-output "${project##*/}.xml" --results-directory "$results/projects"
done

dotnet reportgenerator "-reports:$results/projects/*.xml" "-targetdir:$results" "-reporttypes:Cobertura;Html" \
  "-filefilters:+$PWD/src/*;+$PWD/generators/*;-*.g.cs;-*/obj/*"
