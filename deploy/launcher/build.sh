#!/usr/bin/env bash
# Builds the command line and all it hosts into deploy/cli/target/dist, without tests and gates, when a source changed or is gone.
set -eu
cd "$VERISIM_ROOT"
. deploy/launcher/fail.sh
target=deploy/cli/target built=deploy/cli/target/dist/built
fresh() { [ -f "$built" ] && [ -z "$(find . \( -name target -o -name .git -o -name node_modules -o -path ./docs \) -prune -o \
  \( -path '*/src/main*' -o -path '*/ui/src*' -o -name pom.xml -o -path './deploy/launcher*' \) -newer "$built" -print -quit)" ]; }
if fresh; then exit 0; fi
command -v mvn >/dev/null || fail 1 MAVEN_MISSING "Verisim needs Maven 3.8 or newer to build itself." "Install it (Debian: apt-get install maven)." "$@"
mkdir -p "$target"
if command -v flock >/dev/null; then exec 9>"$target/build.lock"; flock 9; if fresh; then exit 0; fi; fi # one build at a time
echo "Building Verisim (once; the first time Maven fetches what it needs)…" >&2
rm -rf "$target/dist" && touch "$target/begun" # what changes from here on is newer than the build
if ! mvn -B -q -Dquick -Dmaven.test.skip=true -pl deploy/cli -am package >"$target/build.log" 2>&1 9>&-; then
  grep -E '^\[ERROR\]' "$target/build.log" | head -20 >&2 || true
  fail 1 BUILD_FAILED "The build failed." "Read why in $target/build.log." "$@"
fi
deploy/launcher/archive.sh 9>&- || echo "No class archive was made; Verisim works, and starts more slowly." >&2
mv "$target/begun" "$built"
