# What demo and test share: saying how far they are, packages, building. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
started=$SECONDS

say() { printf '[%4ds] %s\n' $((SECONDS - started)) "$*"; }

die() {
    say "failed: $*" >&2
    exit 1
}

# Installs what is missing of the packages listed in the named files; says what.
need_packages() {
    local wanted missing=()
    wanted=$(for list in "$@"; do cat "$root/scripts/packages-$list.txt"; done)
    for package in $wanted; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "installing ${#missing[@]} packages: ${missing[*]}"
    local run=()
    [ "$(id -u)" = 0 ] || run=(sudo)
    { "${run[@]}" apt-get update -qq &&
        "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
        > "$root/build/packages.log" 2>&1 || { tail -n 20 "$root/build/packages.log"; die "packages could not be installed"; }
}

# Node with npm, for the judges of tests/printer: any that is on the path will do (18 and later).
need_node() {
    command -v node > /dev/null && command -v npm > /dev/null && return
    need_packages node
}

# build PRESET [TARGET ...]: configures and builds, with a line a minute about how far it is.
build() {
    local preset=$1
    shift
    local log="$root/build/$preset.log"
    say "building $preset ${*:-everything} (log: build/$preset.log)"
    (cd "$root" && cmake --preset "$preset") > "$log" 2>&1 || { tail -n 30 "$log"; die "cmake --preset $preset"; }
    (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"}) >> "$log" 2>&1 &
    local builder=$! last=$SECONDS
    while kill -0 $builder 2>/dev/null; do
        sleep 1
        if [ $((SECONDS - last)) -ge 60 ]; then
            last=$SECONDS
            say "  $(grep -oE '^\[[0-9]+/[0-9]+\]' "$log" | tail -n 1) of $preset"
        fi
    done
    wait $builder || { grep -A20 -E 'FAILED|error:' "$log" | head -n 60; die "building $preset"; }
    say "built $preset"
}

mkdir -p "$root/build"
