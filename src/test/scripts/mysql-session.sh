#!/usr/bin/env bash
# usage: mysql-session.sh DIR PORT PASSWORD   a MySQL server until TERM; its data is gone afterwards
set -u
here=$(cd "$(dirname "$0")" && pwd)
end() {
  [ -n "${idle:-}" ] && kill "$idle" 2>/dev/null
  exec "$here/mysql-down.sh" "$1" "$2" --purge
}
trap 'end "$1" "$2"' TERM
"$here/mysql-up.sh" "$1" "$2" "$3" || { "$here/mysql-down.sh" "$1" "$2" --purge; exit 1; }
sleep infinity & idle=$!
wait "$idle"
