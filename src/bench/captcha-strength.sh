#!/usr/bin/env bash
# How many captcha pictures stock tesseract reads: makes 1,000 seeded ones, prepares each in 14 ways, reads each twice
# (psm 7 and 8, the alphabet as whitelist) and writes what came out to strength.properties, which the admin's captcha page
# shows. A picture counts as read if any one of the readings is its word.
# Needs tesseract 5 and ImageMagick. Usage: src/bench/captcha-strength.sh [pictures] [seed]
set -euo pipefail
cd "$(dirname "$0")/../.."
count=${1:-1000} seed=${2:-20261125}
for tool in tesseract mogrify convert; do
  command -v $tool > /dev/null || { echo "$tool is missing: apt-get install tesseract-ocr imagemagick" >&2; exit 1; }
done
work=$PWD/target/captcha-strength
rm -rf "$work"
mkdir -p "$work/text"

[ -f target/test-classes/dev/dianpu/captcha/PictureSamples.class ] || mvn -q -Pbench test-compile
mvn -q -Pbench dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
classpath=target/test-classes:target/classes:$(cat "$work/classpath")
java -Djava.awt.headless=true -cp "$classpath" dev.dianpu.captcha.PictureSamples "$work/raw" "$count" "$seed"

grey=(-colorspace Gray)
large=("${grey[@]}" -resize 300%)
prepare() {
  local name=$1
  shift
  mkdir -p "$work/$name"
  MAGICK_THREAD_LIMIT=1 mogrify -path "$work/$name" "$@" "$work/raw/*.png"
}
prepare grey "${grey[@]}"
for share in 40 50 60 70; do prepare "threshold-$share" "${grey[@]}" -threshold "$share%"; done
for radius in 2.5 4.5 6.5; do prepare "close-$radius" "${large[@]}" -morphology Close "Disk:$radius"; done
prepare open-2.5 "${large[@]}" -morphology Open Disk:2.5 -threshold 55%
prepare despeckle-twice "${grey[@]}" -despeckle -despeckle
prepare median-thrice "${grey[@]}" -statistic Median 3x3 -statistic Median 3x3 -statistic Median 3x3
prepare median-large "${grey[@]}" -statistic Median 3x3 -resize 300%
prepare negate "${grey[@]}" -negate -threshold 50%

letters=ACEHKMNPRTUWXY2369
read_all() { # one folder, one mode: a page of text for each picture
  find "$work/$1" -name '*.png' | sort > "$work/text/$1.$2.list"
  OMP_THREAD_LIMIT=1 tesseract "$work/text/$1.$2.list" "$work/text/$1.$2" --psm "$2" \
    -c tessedit_char_whitelist=$letters 2> /dev/null
}
export -f read_all
export work letters
# Plain words first: a reader that does not read these proves nothing.
mkdir -p "$work/plain"
head -n 20 "$work/raw/words" | while read -r word; do
  convert -size 132x44 -gravity center "label:$word" "$work/plain/$word.png"
done
read_all plain 8
plain=$(sort -u <(head -n 20 "$work/raw/words") | comm -12 - <(tr -d ' ' < "$work/text/plain.8.txt" | tr '\f' '\n' | sort -u) | wc -l)
rm -r "$work/plain" "$work"/text/plain.*
[ "$plain" -ge 18 ] || { echo "only $plain of 20 plain words are read: this tesseract is no measure" >&2; exit 1; }

find "$work" -mindepth 1 -maxdepth 1 -type d ! -name text -printf '%f 7\n%f 8\n' | sort |
  xargs -P "$(nproc)" -L 1 bash -c 'read_all "$0" "$1"'

# All readings of a picture in one line, then the pictures among whose readings the word is.
ways=()
for text in "$work"/text/*.txt; do
  # A form feed stands between two pages.
  { tr -d ' \n\r' < "$text" | tr '\f' '\n'; echo; } | head -n "$count" > "${text%.txt}.words"
  [ "$(wc -l < "${text%.txt}.words")" = "$count" ] || { echo "${text} has not $count pages" >&2; exit 1; }
  read=$(paste -d ' ' "$work/raw/words" "${text%.txt}.words" | awk '$1 == $2' | wc -l)
  echo "$(basename "$text" .txt): $read" >&2
  ways+=("${text%.txt}.words")
done
paste -d ' ' "$work/raw/words" "${ways[@]}" |
  awk '{ for (i = 2; i <= NF; i++) if ($i == $1) { print NR - 1; break } }' > "$work/read"
read=$(wc -l < "$work/read")

cat > src/main/resources/dev/dianpu/captcha/strength.properties <<END
# Written by src/bench/captcha-strength.sh.
date=$(date -u +%F)
reader=$(tesseract --version 2>&1 | head -n 1)
pictures=$count
seed=$seed
preparations=$((${#ways[@]} / 2))
read=$read
percent=$(awk "BEGIN { printf \"%.1f\", 100 * $read / $count }")
END
echo "$read of $count pictures read" >&2
