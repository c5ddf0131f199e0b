# shellcheck shell=bash disable=SC2154 # variables of duodang, which reads this file
# Brings build/NAME up to date, and nothing else. Read by duodang.
#
# build/NAME/stamp holds the JDK and a checksum of the sources that build/NAME was made from. Nothing newer than the
# stamp means fresh, for which one find is enough; otherwise the checksums decide.

cli_sources() {
    printf '%s\n' duodang house/script/build.sh pom.xml .mvn {pricing,expressions,intake,cli}/{pom.xml,src/main}
}

server_sources() {
    printf '%s\n' duodang house/script/build.sh pom.xml .mvn {pricing,expressions,intake,server}/{pom.xml,src/main}
    console_sources
    [ ! -d "$root/templates" ] || printf '%s\n' templates
}

bench_sources() {
    printf '%s\n' duodang house/script/build.sh pom.xml .mvn {pricing,expressions,intake,cli,server,bench}/{pom.xml,src/main}
}

engines_sources() {
    printf '%s\n' duodang house/script/build.sh pom.xml .mvn bench/engines/{pom.xml,src/main,zen.mjs,package.json,package-lock.json}
}

console_sources() {
    local entry
    for entry in "$root"/console/*; do
        case ${entry##*/} in
            node_modules | dist | tests | test-results | coverage | '*') ;;
            *) printf '%s\n' "console/${entry##*/}" ;;
        esac
    done
}

list_sources() { "${1}_sources" | tr '\n' '\0'; } # name

checksum_of() { # name
    (cd "$root" && list_sources "$1" | xargs -0 -I{} find {} -type f | LC_ALL=C sort \
        | tr '\n' '\0' | xargs -0 cksum | cksum)
}

is_fresh() { # name
    local stamp=$built/$1/stamp stamped_jdk stamped_checksum newer
    [ -f "$stamp" ] || return 1
    { IFS= read -r stamped_jdk && IFS= read -r stamped_checksum; } <"$stamp" || return 1
    [ "$stamped_jdk" = "$jdk_id" ] || return 1
    newer=$(cd "$root" && list_sources "$1" | xargs -0 -I{} find {} -newer "$stamp" 2>/dev/null | head -n 1)
    [ -n "$newer" ] || return 0
    [ "$(checksum_of "$1")" = "$stamped_checksum" ] || return 1
    touch "$stamp"
}

# One build at a time in a checkout, so that two commands started together do not write the same files.
take_build_lock() {
    local holder waited=0
    mkdir -p "$built"
    until mkdir "$built/lock" 2>/dev/null; do
        holder=$(cat "$built/lock/pid" 2>/dev/null) || holder=
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null || [ -z "$holder" ] && [ "$waited" -gt 3 ]; then
            rm -rf "$built/lock"
            continue
        fi
        [ "$waited" != 0 ] || say "Waiting for another build (process ${holder:-that just started}) ..."
        waited=$((waited + 1))
        sleep 1
    done
    printf '%s\n' "$$" >"$built/lock/pid"
    trap 'rm -rf "$built/lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

release_build_lock() {
    rm -rf "$built/lock"
    trap - EXIT INT TERM
}

# Runs a step with its output in a log; on failure shows what went wrong.
run_logged() { # name, what is done, command...
    local log=$built/$1.log what=$2
    shift 2
    say "$what ..."
    if ! "$@" >"$log" 2>&1; then
        grep -E '^\[ERROR\]|rror[: ]' "$log" | head -n 40 >&2 || tail -n 40 "$log" >&2
        fail "$what failed; all of its output is in $log"
    fi
}

# Brings build/NAME up to date: build_NAME fills the folder given to it, train_NAME makes its AOT cache.
make_fresh() { # name
    local name=$1 next=$built/$1.next checksum
    ! is_fresh "$name" || return 0
    take_build_lock
    if ! is_fresh "$name"; then
        touch "$built/$name.started"
        checksum=$(checksum_of "$name")
        find_maven
        rm -rf "$next"
        mkdir -p "$next"
        "build_$name" "$next"
        printf '%s\n%s\n' "$jdk_id" "$checksum" >"$next/stamp"
        touch -r "$built/$name.started" "$next/stamp"
        rm -rf "${built:?}/$name"
        mv "$next" "$built/$name"
        "train_$name" || rm -f "$built/$name/duodang.aot"
    fi
    release_build_lock
}

use_jdk() {
    find_jdk
    read_java_version "$jdk"
    jdk_id="$jdk $java_version"
}

# ---- what a build is made of ----

# Puts the jar of a module and its libraries into FOLDER/lib.
build_jars() { # module, what is done, folder, further options of Maven
    local name=${1##*/}
    rm -rf "$root/$1/target/lib"
    run_logged "$name" "$2" run_maven --projects "$1" --also-make package -Dmaven.test.skip=true "${@:4}"
    cp -R "$root/$1/target/lib" "$3/lib"
    cp "$root/$1/target/duodang-$name-"*.jar "$3/lib/"
}

install_console() {
    local lock
    require_node
    lock=$(cksum <"$root/console/package-lock.json")
    [ "$(cat "$root/console/node_modules/.duodang-lock" 2>/dev/null)" != "$lock" ] || return 0
    run_logged console-install "Fetching the console's libraries" npm --prefix "$root/console" ci --no-audit --no-fund
    printf '%s\n' "$lock" >"$root/console/node_modules/.duodang-lock"
}

build_console() {
    install_console
    run_logged console "Building the console" npm --prefix "$root/console" run build
}

# ---- running what was built ----

# Sets class_path to all jars of build/NAME/lib in a fixed order, which the AOT cache asks for.
read_class_path() { # name
    local jar
    class_path=
    for jar in "$built/$1/lib"/*.jar; do
        class_path=$class_path:$jar
    done
    class_path=${class_path#:}
}

# Becomes a run of build/NAME that keeps its loaded and linked classes as the AOT cache of later starts.
record_start() { # name, JVM options, class and its arguments
    read_class_path "$1"
    CLASSPATH=$class_path exec "$jdk/bin/java" "-XX:AOTCacheOutput=$built/$1/duodang.aot" "${@:2}"
}

# Becomes build/NAME, so that signals reach it.
start() { # name, JVM options, class and its arguments
    local fast_start='' java_options=${DUODANG_JAVA_OPTIONS:-}
    read_class_path "$1"
    use_utf8
    unset DUODANG_JAVA_OPTIONS # the server takes other such names for settings of its own
    [ ! -f "$built/$1/duodang.aot" ] || fast_start=-XX:AOTCache=$built/$1/duodang.aot
    # shellcheck disable=SC2086 # a list of options
    CLASSPATH=$class_path exec "$jdk/bin/java" ${fast_start:+"$fast_start"} $java_options "${@:2}"
}

# Names and texts in Chinese need a UTF-8 locale; a service or a container often has none.
use_utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        C | POSIX) export LC_ALL=C.UTF-8 ;;
    esac
}
