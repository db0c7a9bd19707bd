# fail EXIT_CODE NAME MESSAGE REMEDY [ARGUMENT…]: ends with two sentences, or where an argument is --json with a problem document.
fail() {
  local code=$1 name=$2 message=$3 remedy=$4 argument
  shift 4
  for argument; do
    if [ "$argument" = --json ]; then
      printf '{"type":"urn:verisim:error:%s","title":"%s","detail":"%s","remedy":"%s","exitCode":%d}\n' \
        "$name" "$name" "$message" "$remedy" "$code"
      exit "$code"
    fi
  done
  echo "$message $remedy" >&2
  exit "$code"
}
