# Sets JAVA_HOME and VERISIM_JDK, its version: JAVA_HOME, the one on the PATH, the newest in the usual folders. Exits 23 without one.
. "$VERISIM_ROOT/deploy/launcher/fail.sh"
is_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
  found=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$found" ] || found=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${found:-0}" -ge 21 ]
}
find_jdk() {
  local candidate on_path
  on_path=$(readlink -f "$(command -v javac)" || true)
  for candidate in "${JAVA_HOME:-}" "${on_path%/bin/javac}"; do
    if is_jdk "$candidate"; then JAVA_HOME=$candidate; VERISIM_JDK=$found; return; fi
  done
  VERISIM_JDK=0
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk "$candidate" && [ "$found" -gt "$VERISIM_JDK" ]; then JAVA_HOME=$candidate; VERISIM_JDK=$found; fi
  done
}
find_jdk
[ "$VERISIM_JDK" -ge 21 ] || fail 23 JDK_MISSING "Verisim needs a JDK of version 21 or newer, and found none." \
  "Install one (such as Temurin) or set JAVA_HOME." "$@"
export JAVA_HOME VERISIM_JDK
