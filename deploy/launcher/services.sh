#!/usr/bin/env bash
# Installs and starts what the checks need where this is root on Debian: Maven, RabbitMQ, PostgreSQL.
set -eu
open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
missing=""
command -v mvn >/dev/null || missing="$missing maven"
open 5672 || command -v rabbitmq-server >/dev/null || missing="$missing rabbitmq-server"
open 5432 || [ -d /etc/postgresql ] || missing="$missing postgresql"
if [ -n "$missing" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null; } ||
    echo "Not everything of$missing could be installed; what is there is used." >&2
fi
open 5672 || rabbitmq-server -detached || true
open 5432 || pg_ctlcluster --skip-systemctl-redirect $(ls /etc/postgresql | sort -V | tail -1) main start || true
for port in 5672 5432; do
  for _ in $(seq 60); do open "$port" && break; sleep 1; done
  open "$port" || { echo "Nothing answers on 127.0.0.1:$port; RabbitMQ (5672) and PostgreSQL (5432) are needed." >&2; exit 12; }
done
