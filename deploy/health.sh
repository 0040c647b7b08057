#!/bin/sh
# Whether a served site is well: `sh deploy/health.sh http://127.0.0.1:8080/pulse`. Ends with 0 when it is, with 1 and a
# reason when it does not answer, when its own last run found it stale, or when no run came since it should have.
set -eu

site=${1:-}
[ -n "$site" ] || {
  echo 'usage: health.sh ADDRESS-OF-THE-SITE' >&2
  exit 2
}
site=${site%/}

ill() {
  printf 'unhealthy: %s\n' "$1" >&2
  exit 1
}

get() {
  curl --fail --silent --show-error --location --max-time 10 "$site$1" || ill "$site$1 does not answer"
}

# The files are made by this project, one line each; `success` and `stale_after` are fields of the first level.
stats=$(get /api/stats.json) || exit 1
case $stats in
  '{"success":true,'*) ;;
  '{"success":false,'*) ill "$(printf '%s' "$stats" | sed -n 's/.*"warning":"\([^"]*\)".*/\1/p')" ;;
  *) ill "$site/api/stats.json is not what this project writes" ;;
esac

status=$(get /status.json) || exit 1
stale_after=$(printf '%s' "$status" | sed -n 's/.*"stale_after":"\([0-9TZ:-]*\)".*/\1/p')
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
# Instants of this form are in order as text. A record that has none yet is not late.
if [ -n "$stale_after" ] && expr "x$now" \> "x$stale_after" >/dev/null; then
  ill "no run since $stale_after: the updater does not run, or arXiv does not answer it"
fi
echo healthy
