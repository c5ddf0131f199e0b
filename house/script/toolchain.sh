# shellcheck shell=bash disable=SC2154 # variables of duodang, which reads this file
# Finds what Duodang is built with: a JDK, Maven, Node.js. Read by duodang.

# ---- the JDK ----

# Sets java_version (say 25.0.3) of the JDK in folder $1; fails where there is none.
# The release file is read first, because starting a JVM costs 40 ms.
read_java_version() {
    java_version=
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    local key value
    if [ -f "$1/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" != JAVA_VERSION ] || java_version=${value//[\"$'\r']/}
        done <"$1/release"
    fi
    [ -n "$java_version" ] \
        || java_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    [ -n "$java_version" ]
}

is_java_enough() { # folder
    read_java_version "$1" && [ "${java_version%%[.+-]*}" -ge "$least_java" ] 2>/dev/null
}

# Prints the home folder of the java that PATH finds.
java_home_on_path() {
    local program link
    program=$(command -v java) || return 1
    while [ -L "$program" ]; do
        link=$(readlink "$program")
        case $link in
            /*) program=$link ;;
            *) program=$(dirname "$program")/$link ;;
        esac
    done
    cd "$(dirname "$program")/.." && pwd -P
}

# DUODANG_JVM_FOLDERS replaces the usual places, separated by colons.
jvm_folders() {
    if [ -n "${DUODANG_JVM_FOLDERS+set}" ]; then
        printf '%s\n' "$DUODANG_JVM_FOLDERS" | tr ':' '\n'
        return
    fi
    cat <<END
/usr/lib/jvm
/usr/java
/opt
/opt/java
/Library/Java/JavaVirtualMachines
$HOME/Library/Java/JavaVirtualMachines
/opt/homebrew/opt
/usr/local/opt
$HOME/.sdkman/candidates/java
$HOME/.jdks
$HOME/.local/share/mise/installs/java
$HOME/.asdf/installs/java
END
}

# Sets jdk. JAVA_HOME and PATH count first; elsewhere the version Duodang is built with is preferred to a newer one.
find_jdk() {
    local candidate folder newer=
    if [ -n "${JAVA_HOME:-}" ] && is_java_enough "$JAVA_HOME"; then
        jdk=$JAVA_HOME
        return
    fi
    if candidate=$(java_home_on_path) && is_java_enough "$candidate"; then
        jdk=$candidate
        return
    fi
    while IFS= read -r folder; do
        for candidate in "$folder"/*/Contents/Home "$folder"/*/libexec/openjdk.jdk/Contents/Home "$folder"/*; do
            is_java_enough "$candidate" || continue
            if [ "${java_version%%[.+-]*}" = "$least_java" ]; then
                jdk=$candidate
                return
            fi
            newer=${newer:-$candidate}
        done
    done <<END
$(jvm_folders)
END
    jdk=$newer
    [ -n "$jdk" ] || say_no_jdk
}

say_no_jdk() {
    say "duodang: no JDK $least_java or newer was found. Looked at:"
    if [ -z "${JAVA_HOME:-}" ]; then
        say "  JAVA_HOME      is not set"
    elif read_java_version "$JAVA_HOME"; then
        say "  JAVA_HOME      \"$JAVA_HOME\" is Java $java_version"
    else
        say "  JAVA_HOME      \"$JAVA_HOME\" is not a JDK"
    fi
    local on_path
    if ! on_path=$(java_home_on_path); then
        say "  java on PATH   there is none"
    elif read_java_version "$on_path"; then
        say "  java on PATH   \"$on_path\" is Java $java_version"
    else
        say "  java on PATH   \"$on_path\" is not a JDK"
    fi
    say "  and in $(jvm_folders | paste -sd ' ' -)"
    say "Install one:"
    if [ "$(uname -s)" = Darwin ]; then
        say "  brew install openjdk@$least_java"
    else
        say "  Debian 13 and newer, Ubuntu 25.10 and newer: sudo apt-get install openjdk-$least_java-jdk"
        say "  Fedora: sudo dnf install java-$least_java-openjdk-devel"
    fi
    say "  any system: https://adoptium.net/temurin/releases/?version=$least_java"
    say "or set JAVA_HOME to the folder of one that is there."
    exit 1
}

# ---- Maven and Node.js ----

is_version_at_least() { # version, least version: both a.b.c
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

# Sets mvn: an installed Maven that is new enough, else the wrapper, which fetches one.
find_maven() {
    local version
    if command -v mvn >/dev/null; then
        version=$(JAVA_HOME=$jdk mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
        if [ -n "$version" ] && is_version_at_least "$version" "$least_maven"; then
            mvn=mvn
            return
        fi
    fi
    command -v unzip >/dev/null \
        || fail "Maven $least_maven or newer is needed (Debian: sudo apt-get install maven, macOS: brew install maven)"
    mvn=$root/mvnw
}

run_maven() { (cd "$root" && JAVA_HOME=$jdk "$mvn" --batch-mode "$@"); }

require_node() {
    local version
    version=$(node --version 2>/dev/null) || version=
    version=${version#v}
    if [ -z "$version" ]; then
        say "duodang: Node.js $least_node or newer is needed, and there is none on PATH."
    elif [ "${version%%.*}" -lt "$least_node" ]; then
        say "duodang: Node.js $least_node or newer is needed; PATH has $version."
    elif ! command -v npm >/dev/null; then
        say "duodang: npm is needed, and there is none on PATH."
    else
        return 0
    fi
    say "Install it: Debian 13 and newer: sudo apt-get install nodejs npm"
    say "            macOS: brew install node    any system: https://nodejs.org/en/download"
    exit 1
}
