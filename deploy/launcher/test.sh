#!/usr/bin/env bash
# `./verisim test`: everything, on the embedded servers. `--services`: the suites tagged "services" again, on RabbitMQ and PostgreSQL.
set -eu
cd "$VERISIM_ROOT"
command -v mvn >/dev/null || { echo "Verisim needs Maven 3.8 or newer. Install it (Debian: apt-get install maven)." >&2; exit 1; }
deploy/launcher/host.sh || true
case "${1:-}" in
  --services) shift; exec mvn -B -Dquick -Dverisim.services=true -Dgroups=services -Dsurefire.failIfNoSpecifiedTests=false test "$@" ;;
  *) exec mvn -B verify "$@" ;;
esac
