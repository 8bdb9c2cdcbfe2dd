#!/bin/sh
# Prints the version to stamp into the program. On a tag v1.2.3 that is 1.2.3, five commits later 1.2.3+5.gabcdef0;
# before the first tag it is the version of FyneApp.toml with the commit, and without git that version alone.
set -eu
cd "$(dirname "$0")/../.."

base=$(sed -n 's/^Version *= *"\(.*\)".*/\1/p' FyneApp.toml | head -n 1)
described=$(git describe --tags --always --match 'v[0-9]*' 2>/dev/null || true)
case $described in
'') echo "$base" ;;
v[0-9]*) echo "$described" | sed -e 's/^v//' -e 's/-\([0-9]*\)-g\([0-9a-f]*\)$/+\1.g\2/' ;;
*) echo "$base+g$described" ;;
esac
