#!/bin/sh
# Keeps a kiosk on this machine's screen: starts the browser, starts it again when it ends, when the page gives no sign of
# life, and once before opening time. Ends, with the browser, on Ctrl-C or SIGTERM. See docs/kiosk.md.
#
#   kiosk.sh https://game.example.org
#
# Set in the environment, all optional:
#   BROWSER      the program; otherwise the first of Chromium, Chrome and Edge that is here
#   PROFILE      where the browser keeps everything; otherwise ~/.local/share/marshals-baton-kiosk
#                (Chromium as a snap can only write below ~/snap/chromium/common)
#   RESTART_AT   a time like 08:30 at which the browser is started anew each day; otherwise never
#   QUIET_FOR    seconds without a sign of life after which it is started anew; 180
#   LOOK_EVERY   seconds between two looks at the browser; 5
#   MORE_FLAGS   further flags for the browser, separated by spaces
set -u

say() { printf '%s kiosk: %s\n' "$(date '+%F %T')" "$*"; }
fail() { say "$*" >&2; exit 2; }

[ $# -eq 1 ] || fail 'one address is wanted, such as https://game.example.org'
case $1 in
  https://* | http://localhost | http://localhost:* | http://127.0.0.1 | http://127.0.0.1:*) ;;
  *) fail "$1 is neither https nor this machine: nothing would be kept, and the kiosk could not start without a network" ;;
esac
ADDRESS="${1%/}"
ADDRESS="${ADDRESS%/kiosk}/kiosk"
PROFILE=${PROFILE:-$HOME/.local/share/marshals-baton-kiosk}
QUIET_FOR=${QUIET_FOR:-180}
LOOK_EVERY=${LOOK_EVERY:-5}
RESTART_AT=${RESTART_AT:-}
case $RESTART_AT in '' | [01][0-9]:[0-5][0-9] | 2[0-3]:[0-5][0-9]) ;; *) fail "RESTART_AT is no time: $RESTART_AT" ;; esac
for number in "$QUIET_FOR" "$LOOK_EVERY"; do
  case $number in '' | 0* | *[!0-9]*) fail "no number of seconds: $number" ;; esac
done

if [ -z "${BROWSER:-}" ]; then
  for name in chromium chromium-browser google-chrome-stable google-chrome microsoft-edge-stable; do
    BROWSER=$(command -v "$name") && break
  done
fi
[ -n "${BROWSER:-}" ] || fail 'no browser was found; name one in BROWSER'
mkdir -p "$PROFILE" || fail "$PROFILE cannot be made"

browser='' # the browser's process while it runs

# Seconds since the machine was started: the clock may be set while the kiosk runs.
seconds() { cut -d . -f 1 /proc/uptime; }

# A lock that a killed browser has left keeps the next one from starting. The link names machine and process.
free_profile() {
  owner=$(readlink "$PROFILE/SingletonLock" 2>/dev/null) || owner=''
  pid=${owner##*-}
  if [ -n "$owner" ] && [ "${owner%-*}" = "$(uname -n)" ] && kill -0 "$pid" 2>/dev/null; then
    # The number may belong to another program by now.
    if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$PROFILE"; then
      fail "a browser is at work in $PROFILE already (process $pid)"
    fi
  fi
  rm -f "$PROFILE/SingletonLock" "$PROFILE/SingletonCookie" "$PROFILE/SingletonSocket"
}

# The screen must not go dark. Under Wayland the page's own wake lock and the compositor's settings decide.
keep_awake() {
  if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null; then
    xset s off s noblank -dpms 2>/dev/null || say 'the screen saver could not be turned off'
  fi
}

start_browser() {
  free_profile
  keep_awake
  # An ordinary profile: a private window, as Edge's own kiosk mode opens, would forget the game at every power cut.
  # shellcheck disable=SC2086 # the flags are several words
  "$BROWSER" --kiosk --user-data-dir="$PROFILE" \
    --no-first-run --no-default-browser-check --hide-crash-restore-bubble --noerrdialogs \
    --disable-pinch --overscroll-history-navigation=0 --autoplay-policy=no-user-gesture-required \
    --disable-component-update --password-store=basic ${MORE_FLAGS:-} "$ADDRESS" &
  browser=$!
  began=$(seconds)
  heard=''
  traces=''
  say "started $BROWSER as process $browser"
}

stop_browser() {
  [ -n "$browser" ] || return 0
  kill "$browser" 2>/dev/null
  left=10
  while [ "$left" -gt 0 ] && kill -0 "$browser" 2>/dev/null; do
    sleep 1
    left=$((left - 1))
  done
  kill -KILL "$browser" 2>/dev/null
  wait "$browser" 2>/dev/null
  browser=''
}

end() {
  trap - INT TERM HUP
  stop_browser
  exit 0
}
trap end INT TERM HUP

# The outer page writes into its database every half a minute, and what is appended makes a file longer. The watch begins
# with the first such write, so that an organiser can take any time over setting up.
is_silent() {
  now=$(seconds)
  found=$(ls -lnR "$PROFILE/Default/IndexedDB" 2>/dev/null | cksum)
  # What a browser writes while it starts is not yet a sign of life.
  if [ "$found" != "$traces" ] && [ $((now - began)) -ge $((4 * LOOK_EVERY)) ]; then
    [ -n "$traces" ] && heard=$now
    traces=$found
  fi
  [ -n "$heard" ] && [ $((now - heard)) -ge "$QUIET_FOR" ]
}

# True once on each day, in the minute of RESTART_AT or as soon after it as somebody looks.
is_due() {
  [ -n "$RESTART_AT" ] || return 1
  today=$(date +%F)
  [ "$restarted" != "$today" ] || return 1
  [ "$(date +%H%M)" -ge "$(printf '%s' "$RESTART_AT" | tr -d :)" ] || return 1
  restarted=$today
}

# Whoever starts the kiosk later than RESTART_AT has just started it.
restarted=''
is_due
pause=2
start_browser
while :; do
  sleep "$LOOK_EVERY" &
  wait $!
  if ! kill -0 "$browser" 2>/dev/null; then
    wait "$browser" 2>/dev/null
    said=$?
    # A browser that cannot even start is tried more and more seldom, up to once a minute.
    if [ $(($(seconds) - began)) -ge 60 ]; then pause=2; elif [ "$pause" -lt 60 ]; then pause=$((pause * 2)); fi
    [ "$pause" -le 60 ] || pause=60
    say "the browser ended ($said); again in $pause s"
    sleep "$pause" &
    wait $!
    start_browser
  elif is_silent; then
    say "no sign of life for $QUIET_FOR s: starting the browser anew"
    stop_browser
    start_browser
  elif is_due; then
    say 'the daily start before opening time'
    stop_browser
    start_browser
  fi
done
