# Sets VERISIM_DIST, VERISIM_CLASSPATH and VERISIM_JAVA_OPTIONS: memory (the whole process under 2 GB; a small young generation, so that streams of rows stay in it), the archive of classes if this JDK made one, quiet native access.
VERISIM_DIST=$VERISIM_ROOT/deploy/cli/target/dist
VERISIM_CLASSPATH=$(printf '%s:' "$VERISIM_DIST"/lib/*.jar)
VERISIM_ARCHIVE=$VERISIM_DIST/verisim-$VERISIM_JDK
VERISIM_JAVA_OPTIONS=("-Xmx${VERISIM_HEAP:-1700m}" -XX:MaxNewSize=192m -XX:+UseParallelGC -XX:-UsePerfData -Djdk.console=java.base -Dfile.encoding=UTF-8)
if [ -f "$VERISIM_ARCHIVE.aot" ]; then
  VERISIM_JAVA_OPTIONS+=("-XX:AOTCache=$VERISIM_ARCHIVE.aot" -Xlog:disable)
elif [ -f "$VERISIM_ARCHIVE.jsa" ]; then
  VERISIM_JAVA_OPTIONS+=("-XX:SharedArchiveFile=$VERISIM_ARCHIVE.jsa" -Xlog:disable)
fi
export VERISIM_DIST
