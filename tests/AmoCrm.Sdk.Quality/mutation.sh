#!/usr/bin/env bash
# Which mistakes the tests find: mutation.sh [folder…], by default all of them, for hours. Reports go to artifacts/quality/mutation.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

results=$PWD/artifacts/quality/mutation
mkdir -p "$results"

# Stryker leaves mutated assemblies in the output of the tests, so it works in a clone.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git clone --quiet . "$copy"
cd "$copy"

dotnet tool restore
dotnet build -c Release -f net10.0 src/AmoCrm.Sdk
mkdir "$copy/emitted"
cp -r artifacts/obj/AmoCrm.Sdk/release_net10.0/generated/AmoCrm.Sdk.Generators "$copy/emitted"

export EmittedCode=$copy/emitted
export CustomAfterMicrosoftCommonTargets=$copy/tests/AmoCrm.Sdk.Quality/MutationRun.targets
# The native runner of xUnit has no --filter.
export UseMicrosoftTestingPlatformRunner=true
# Seconds. Many a mutant makes a test wait for what never comes.
export AMOCRM_TEST_PATIENCE=5
# Analyzers have nothing to say of mutants.
export RunAnalyzersDuringBuild=false

# A table of words in a static field: see docs/quality.md on those.
tables='!**/ForbiddenNames.cs'
slow='FullyQualifiedName!~.HostileHostsTests&FullyQualifiedName!~.SecretsStayInsideTests&FullyQualifiedName!~.ChaosTests'

[ $# -gt 0 ] || set -- Auth Binding Dispatch Engine Json Parsing Resilience Transport
for folder in "$@"; do
  case $folder in
    Parsing | Binding)
      tests=AmoCrm.Sdk.Generators.Tests
      filter='FullyQualifiedName!~.RealSpec.&FullyQualifiedName!~.DeterminismTests&FullyQualifiedName!~.EmittedSdkTests&FullyQualifiedName!~.SchemasEmitterTests&FullyQualifiedName!~.No_cut_through_a_manifest_throws&FullyQualifiedName!~.A_mistake_costs_no_more'
      ;;
    *)
      tests=AmoCrm.Sdk.Tests
      filter="FullyQualifiedName~.Tests.$folder.&$slow"
      ;;
  esac
  (cd "tests/$tests" && dotnet stryker --mutate "$folder/**/*.cs" --mutate "$tables" --test-case-filter "$filter" --output "$copy/$folder")
  cp -p "$copy/$folder/reports/mutation-report.json" "$results/$folder.json"
  cp "$copy/$folder/reports/mutation-report.html" "$results/$folder.html"
  git rev-parse --short HEAD >"$results/$folder.commit"
done
