#!/usr/bin/env bash
# Makes the archive of loaded classes that speeds every start with this JDK: starts all applications once and stops them.
set -eu
. "$VERISIM_ROOT/deploy/launcher/java-options.sh"
rm -f "$VERISIM_DIST"/verisim-*.aot "$VERISIM_DIST"/verisim-*.jsa
if [ "$VERISIM_JDK" -ge 25 ]; then record=-XX:AOTCacheOutput=$VERISIM_ARCHIVE.aot; else record=-XX:ArchiveClassesAtExit=$VERISIM_ARCHIVE.jsa; fi
exec "$JAVA_HOME/bin/java" "$record" -XX:+UseParallelGC -Xmx2g -cp "$VERISIM_CLASSPATH" io.verisim.cli.Verisim warm-up \
  >"$VERISIM_ROOT/deploy/cli/target/archive.log" 2>&1
