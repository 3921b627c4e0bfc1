# What the judges of our printing share: their npm packages, and the marks that they go through. Sourced, never run:
# need_judges sets NODE_PATH. Nothing else is installed by npm.

judges=("npos@0.1.19" "receiptio@2.1.2" "@point-of-sale/receipt-printer-encoder@4.0.1")

# Into FOLDER, unless they are there already.
need_judges() {
    local folder=$1
    mkdir -p "$folder"
    if [ "$(cat "$folder/judges" 2>/dev/null)" != "${judges[*]}" ]; then
        (cd "$folder" && npm install --prefix . --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error \
            "${judges[@]}") || return 1
        echo "${judges[*]}" > "$folder/judges"
    fi
    export NODE_PATH="$folder/node_modules:$folder/node_modules/receiptio/node_modules" NODE_NO_WARNINGS=1
}

# The marks that print-preview knows, with commas; fails when its help names none.
all_marks() {
    local all
    all=$("$1/luot-dispenser" print-preview --help | sed -n 's/.*--marks LIST *\(.*\) or none, with commas.*/\1/p' | tr -d ' ')
    case $all in *priority*,*offline*) echo "$all" ;; *) echo "no marks in the help: '$all'" >&2; return 1 ;; esac
}
