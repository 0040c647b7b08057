#!/bin/sh
# Prints the nginx configuration for one site.
#
#   SITE_ROOT=/srv/pulse/site/current SERVER_NAME=papers.example.org sh deploy/nginx/render.sh > /etc/nginx/conf.d/pulse.conf
#
# SITE_ROOT    the link `current` of the folder given to `npm run deploy -- --to`
# SERVER_NAME  the host; default _ (any)
# BASE_PATH    the path below which the site is served, such as /pulse; default none
# LISTEN       address and port; default 80
set -eu

refuse() {
  printf 'render.sh: %s\n' "$1" >&2
  exit 2
}

root=${SITE_ROOT:-}
name=${SERVER_NAME:-_}
listen=${LISTEN:-80}
base=${BASE_PATH:-}
base=${base%/}
[ -z "$base" ] || base="/${base#/}"

case $root in
  /*) ;;
  *) refuse 'SITE_ROOT must be the absolute path of a folder, such as /srv/pulse/site/current' ;;
esac
case $root$base in *[!A-Za-z0-9._~/-]*) refuse 'SITE_ROOT and BASE_PATH may hold letters, digits and . _ ~ - / only' ;; esac
case $name in *[!A-Za-z0-9._\ *-]*) refuse 'SERVER_NAME must be the name of a host' ;; esac
case $listen in *[!A-Za-z0-9.:\[\]]*) refuse 'LISTEN must be a port, or an address with one' ;; esac

sed -e "s|@SITE_ROOT@|$root|g" -e "s|@BASE_PATH@|$base|g" -e "s|@SERVER_NAME@|$name|g" -e "s|@LISTEN@|$listen|g" \
  "$(dirname "$0")/pulse.conf.template"
