# shellcheck shell=bash disable=SC2154 # variables of duodang, which reads this file
# Everything ./duodang test does. Read by duodang.

failed_steps=()

# Runs a step in a shell of its own, where any failing command ends it; the others run all the same.
step() { # what, command...
    local what=$1 status
    shift
    printf '\n==== %s\n' "$what"
    set +e
    (
        set -e
        "$@"
    )
    status=$?
    set -e
    if [ "$status" != 0 ]; then
        failed_steps+=("$what")
        printf '==== failed: %s\n' "$what"
    fi
}

run_npm() { npm --prefix "$root/console" --silent "$@"; }

require_browser() {
    if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null \
        && [ ! -d "/Applications/Google Chrome.app" ]; then
        install_or_say chromium
    fi
    if [ "$(uname -s)" = Linux ] && ! fc-list 2>/dev/null | grep -qi 'CJK'; then
        install_or_say fonts-noto-cjk
    fi
}

install_or_say() { # Debian package
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"
        return
    fi
    say "The tests need $1. Install it: sudo apt-get install $1 (macOS: brew install $1; google-chrome for chromium)"
    return 1
}

# Reads the ledger's journal in the tests and adds it up once more.
require_hledger() { command -v hledger >/dev/null || install_or_say hledger; }

test_console() {
    step "Console: format" run_npm run format:check
    step "Console: lint" run_npm run lint
    step "Console: types" run_npm run typecheck
    step "Console: unit tests" run_npm run test -- --reporter=default --reporter=junit \
        --outputFile.junit="$built/reports/TEST-console.xml"
}

test_in_browser() {
    make_fresh server
    require_browser
    run_npm run test:browser | tee "$built/reports/browser.log"
}

run_tests() {
    use_jdk
    find_maven
    rm -rf "$built/reports" "$root"/*/target/surefire-reports
    mkdir -p "$built/reports"
    step "Java: format" run_maven --quiet spotless:check
    step "Plain text accounting for the tests of the ledger" require_hledger
    # A failed test does not keep the modules above it from being tested; the counts tell.
    step "Java: build and tests" run_maven --fail-at-end -Dmaven.test.failure.ignore=true verify
    step "Java: documentation of the library" run_maven --quiet --projects pricing javadoc:javadoc
    if [ -f "$root/console/package.json" ]; then
        install_console
        test_console
        [ ! -d "$root/console/tests/browser" ] || step "Console: browser tests" test_in_browser
    fi
    print_counts
}

# Adds up the runners' own reports; the last line is for people and for machines.
print_counts() {
    local module
    : >"$built/reports/counts"
    printf '\n%-24s %8s %8s %8s %8s\n' suite run failed errors skipped
    for module in house pricing expressions intake cli server bench; do
        count_suite "$module" "$root/$module/target/surefire-reports"
    done
    count_suite console "$built/reports" TEST-console.xml
    count_plain "console in the browser" "$built/reports/browser.log"
    awk -F'\t' '{ run += $2; bad += $3 + $4; skipped += $5 }
        END { printf "\n%d passed, %d failed, %d skipped\n", run - bad - skipped, bad, skipped; exit run == 0 || bad > 0 }' \
        "$built/reports/counts" || failed_steps+=("tests")
    [ ${#failed_steps[@]} = 0 ] || fail "failed: $(printf '%s; ' "${failed_steps[@]}" | sed 's/; $//')"
}

# Adds up the <testsuite ...> tags of JUnit's XML: surefire writes one to a file, vitest one for each file of tests.
count_suite() { # name, folder, file pattern
    local reports
    reports=$(find "$2" -name "${3:-TEST-*.xml}" 2>/dev/null) || true
    [ -n "$reports" ] || return 0
    printf '%s\n' "$reports" | tr '\n' '\0' | xargs -0 cat | awk -v name="$1" -v out="$built/reports/counts" '
        function attribute(key,    at) {
            if (!match($0, " " key "=\"[0-9]+")) return 0
            at = substr($0, RSTART, RLENGTH)
            sub(/.*"/, "", at)
            return at + 0
        }
        BEGIN { RS = "<" }
        /^testsuite / {
            run += attribute("tests"); failed += attribute("failures")
            errors += attribute("errors"); skipped += attribute("skipped")
        }
        END {
            printf "%-24s %8d %8d %8d %8d\n", name, run, failed, errors, skipped
            printf "%s\t%d\t%d\t%d\t%d\n", name, run, failed, errors, skipped >> out
        }'
}

# Takes the last line "N passed, N failed" or "N passed, N failed, N skipped" of a runner that writes no XML.
count_plain() { # name, log
    [ -f "$2" ] || return 0
    sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed\(, \([0-9]*\) skipped\)\{0,1\}$/\1 \2 \4/p' "$2" | tail -n 1 \
        | awk -v name="$1" -v out="$built/reports/counts" '{
            printf "%-24s %8d %8d %8d %8d\n", name, $1 + $2 + $3, $2, 0, $3
            printf "%s\t%d\t%d\t%d\t%d\n", name, $1 + $2 + $3, $2, 0, $3 >> out
        }'
}
