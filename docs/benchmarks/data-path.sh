#!/usr/bin/env bash
# The path of a request, compared in one run with nginx on the same machine:
#   stub      plsim verifies, decides, records and answers   against   nginx `return 200`
#   forward   the same, and forwards to an upstream          against   nginx as a plain proxy to the same upstream
# nginx proves and records nothing. One worker of nginx, one thread of wrk; look at the ratios, not at the rates.
# Needs wrk, nginx, openssl and a built plsim (./plsim health builds it). Usage: data-path.sh [seconds] [connections]
set -euo pipefail
seconds="${1:-10}"
connections="${2:-32}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
jar="$here/../../simulator/server/target/plsim.jar"
plsim=(${SERVER_COMMAND:-java -jar "$jar"})
work="$(mktemp -d)"
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

# --- one signed request; a frozen clock keeps its signature valid -----------------------------------------------------
date=20261123T120000Z
scope="20261123/us-east-1/bedrock-agentcore/aws4_request"
path=/runtimes/customAgent1/invocations
query=accountId=111122223333
body='{"prompt":"hello, this is a body of about seventy bytes, as in a chat"}'
sha256() { printf %s "$1" | openssl dgst -sha256 -hex | sed 's/.* //'; }
hmac() { printf %s "$2" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$1" -hex | sed 's/.* //'; }
canonical="POST
$path
$query
host:localhost
x-amz-date:$date

host;x-amz-date
$(sha256 "$body")"
key="$(printf %s "AWS4wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" | od -An -tx1 | tr -d ' \n')"
for part in ${scope//\// }; do key="$(hmac "$key" "$part")"; done
signature="$(hmac "$key" "AWS4-HMAC-SHA256
$date
$scope
$(sha256 "$canonical")")"
cat >"$work/request.lua" <<LUA
wrk.method = "POST"
wrk.body = [[$body]]
wrk.headers["Host"] = "localhost"
wrk.headers["X-Amz-Date"] = "$date"
wrk.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/$scope, SignedHeaders=host;x-amz-date, Signature=$signature"
LUA

# --- the servers ------------------------------------------------------------------------------------------------------
cat >"$work/nginx.conf" <<NGINX
worker_processes 1;
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log warn;
events { worker_connections 1024; }
http {
  access_log off;
  keepalive_requests 1000000000;
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  default_type application/json;
  upstream agent { server 127.0.0.1:4801; keepalive 64; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:4801; location / { return 200 '{"answer":"a small answer of about a hundred bytes, as an agent gives one to a simple question"}'; } }
  server { listen 127.0.0.1:4802; location / { proxy_pass http://agent; proxy_http_version 1.1; proxy_set_header Connection ""; } }
}
NGINX
nginx -c "$work/nginx.conf" -p "$work" & pids+=($!)

serve() { # name, port, configuration
  printf '%s\n' "$3" >"$work/$1.yaml"
  "${plsim[@]}" serve --config "$work/$1.yaml" --port "$2" --gateway-port 0 --console-port 0 --tls-port 0 \
    --clock 2026-11-23T12:00:00Z >"$work/$1.out" 2>"$work/$1.err" & pids+=($!)
  for _ in $(seq 1 120); do grep -q '^Ready\.' "$work/$1.out" && return; sleep 1; done
  cat "$work/$1.err" >&2
  exit 70
}
serve stub 4811 'decisions: {keep: 4096}'
serve forward 4812 'decisions: {keep: 4096}
forwarding: {mode: url, url: "http://127.0.0.1:4801"}'

# --- the runs ---------------------------------------------------------------------------------------------------------
ticks() { # process and its children: user and system time, in clock ticks
  local pid all=0
  for pid in "$1" $(pgrep -P "$1" || true); do
    all=$((all + $(awk '{print $14 + $15}' "/proc/$pid/stat")))
  done
  echo "$all"
}
run() { # port, process -> requests per second, milliseconds of CPU per thousand requests
  local before after
  before="$(ticks "$2")"
  wrk -t1 -c"$connections" -d"${seconds}s" -s "$work/request.lua" "http://127.0.0.1:$1$path?$query" >"$work/wrk.txt"
  after="$(ticks "$2")"
  if grep -q 'Non-2xx' "$work/wrk.txt"; then echo "port $1 did not answer 200:" >&2; cat "$work/wrk.txt" >&2; exit 1; fi
  awk -v cpu="$((after - before))" -v hertz="$(getconf CLK_TCK)" '
    / requests in / {requests = $1} /Requests\/sec/ {rate = $2}
    END {printf "%.0f %.0f\n", rate, cpu / hertz * 1e6 / requests}' "$work/wrk.txt"
}
nginx_pid="${pids[0]}" stub_pid="${pids[1]}" forward_pid="${pids[2]}"
warm_up() { # port, process: until a run is no longer clearly faster than the best before it; the JIT needs a minute or two
  local best=0 rate rest slower=0
  for _ in $(seq 20); do
    read -r rate rest < <(run "$1" "$2")
    if [ "$rate" -gt $((best + best / 20)) ]; then slower=0; else slower=$((slower + 1)); fi
    if [ "$rate" -gt "$best" ]; then best="$rate"; fi
    [ "$slower" -lt 2 ] || return 0
  done
}
warm_up 4811 "$stub_pid"
warm_up 4812 "$forward_pid"
read -r stub stub_cpu < <(run 4811 "$stub_pid")
read -r plain plain_cpu < <(run 4801 "$nginx_pid")
read -r forward forward_cpu < <(run 4812 "$forward_pid")
read -r proxy proxy_cpu < <(run 4802 "$nginx_pid")
# nginx's CPU holds wrk's upstream too when it proxies: both servers are one worker.
awk -v a="$stub" -v b="$plain" -v c="$forward" -v d="$proxy" \
  -v e="$stub_cpu" -v f="$plain_cpu" -v g="$forward_cpu" -v h="$proxy_cpu" 'BEGIN {
  printf "          plsim req/s   nginx req/s   ratio   plsim CPU ms/1000   nginx CPU ms/1000\n"
  printf "stub    %13d %13d   %5.2f   %17d   %17d\n", a, b, a / b, e, f
  printf "forward %13d %13d   %5.2f   %17d   %17d\n", c, d, c / d, g, h }'
