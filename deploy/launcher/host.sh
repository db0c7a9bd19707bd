#!/usr/bin/env bash
# Sees to it that a browser and bubblewrap are there; installs them where that is possible without a question.
set -u
have_browser() { [ -n "${VERISIM_CHROMIUM:-}" ] || command -v chromium-headless-shell || command -v chromium || command -v google-chrome || ls -d "${HOME:-/root}"/.cache/ms-playwright/chromium-*; }
missing=""
have_browser >/dev/null 2>&1 || missing="chromium"
command -v bwrap >/dev/null 2>&1 || missing="$missing bubblewrap"
[ -n "$missing" ] || exit 0
as_root=""; [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
  echo "Installing$([ "${missing# }" = "$missing" ] && echo ' ')$missing…" >&2
  { $as_root apt-get update -qq -o Acquire::Retries=0 -o Acquire::http::Timeout=20
    case $missing in chromium*) # without a window of its own it takes half the processor time
      [ -z "$(apt-cache search --names-only '^chromium-headless-shell$')" ] || missing="chromium-headless-shell${missing#chromium}" ;; esac
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing; } >/dev/null 2>&1 || true
fi
have_browser >/dev/null 2>&1 && command -v bwrap >/dev/null 2>&1 && exit 0
echo "Browser tests need Chromium and bubblewrap, and something of them is missing. Install them (Debian: apt-get install chromium bubblewrap), or point VERISIM_CHROMIUM at a Chromium." >&2
exit 12
