<#
.SYNOPSIS
Keeps a kiosk on this machine's screen: starts the browser, starts it again when it ends, when the page gives no sign of
life, and once before opening time. See docs/kiosk.md. For Windows PowerShell 5.1, which every Windows has, and later.

.EXAMPLE
.\kiosk.ps1 -Address https://game.example.org -RestartAt 08:30
#>
param(
  [Parameter(Mandatory)][string] $Address,
  # A time at which the browser is started anew each day; empty for never.
  [ValidatePattern('^(([01]\d|2[0-3]):[0-5]\d)?$')][string] $RestartAt = '',
  # The browser's program; otherwise Chrome, and Edge when there is no Chrome.
  [string] $Browser = '',
  # Where the browser keeps everything.
  [string] $Keep = (Join-Path $env:LOCALAPPDATA 'MarshalsBatonKiosk'),
  # Seconds without a sign of life after which the browser is started anew.
  [ValidateRange(60, 3600)][int] $QuietFor = 180
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2

if ($Address -notmatch '^(https://|http://(localhost|127\.0\.0\.1)(:\d+)?(/|$))') {
  throw "$Address is neither https nor this machine: nothing would be kept, and the kiosk could not start without a network"
}
$url = ($Address -replace '/+$', '' -replace '/kiosk$', '') + '/kiosk'

function Find-Browser {
  $places = foreach ($folder in $env:ProgramFiles, ${env:ProgramFiles(x86)}, $env:LOCALAPPDATA) {
    if ($folder) { Join-Path $folder 'Google\Chrome\Application\chrome.exe' }
  }
  $places += foreach ($folder in ${env:ProgramFiles(x86)}, $env:ProgramFiles) {
    if ($folder) { Join-Path $folder 'Microsoft\Edge\Application\msedge.exe' }
  }
  $found = $places | Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
  if (-not $found) { throw 'Neither Chrome nor Edge was found; name a browser with -Browser' }
  $found
}
if (-not $Browser) { $Browser = Find-Browser }
$isEdge = (Split-Path -Leaf $Browser) -eq 'msedge.exe'
New-Item -ItemType Directory -Force -Path $Keep | Out-Null

# One launcher for each profile: two would start and end each other's browser.
$name = 'MarshalsBatonKiosk-' + ($Keep.ToLowerInvariant() -replace '[^a-z0-9]', '-')
$isFirst = $false
$only = New-Object System.Threading.Mutex($true, $name, [ref] $isFirst)
if (-not $isFirst) { throw "A kiosk is at work in $Keep already" }

# Keeps display and system awake as long as this process lives: ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED.
Add-Type -Namespace Kiosk -Name Power -MemberDefinition '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint flags);'
[void] [Kiosk.Power]::SetThreadExecutionState([uint32] 2147483651)

# The machine's clock may be set while the kiosk runs; this one cannot.
$clock = [System.Diagnostics.Stopwatch]::StartNew()

function Say([string] $text) { Write-Output "$(Get-Date -Format 'yyyy-MM-dd HH:mm:ss') kiosk: $text" }

# Every process of the browser on this profile, and no other browser of this person.
function Get-Ours {
  Get-CimInstance Win32_Process -Filter "Name = '$(Split-Path -Leaf $Browser)'" |
    Where-Object { $_.CommandLine -and $_.CommandLine.Contains($Keep) }
}

function Stop-Ours {
  Get-Ours | ForEach-Object { Stop-Process -Id $_.ProcessId -Force -ErrorAction SilentlyContinue }
  Start-Sleep -Seconds 2
}

# The process is `$running`: names are the same in small and capital letters, so `$browser` would be the program's, a text.
function Start-Ours {
  # What a killed browser leaves behind and what could keep the next one from starting.
  Stop-Ours
  foreach ($left in 'lockfile', 'SingletonLock', 'SingletonCookie', 'SingletonSocket') {
    Remove-Item -LiteralPath (Join-Path $Keep $left) -Force -ErrorAction SilentlyContinue
  }
  $flags = @(
    "--user-data-dir=`"$Keep`"", '--no-first-run', '--no-default-browser-check', '--hide-crash-restore-bubble',
    '--noerrdialogs', '--disable-pinch', '--overscroll-history-navigation=0',
    '--autoplay-policy=no-user-gesture-required', '--disable-component-update'
  )
  # Edge's own kiosk mode is always a private window, which would forget the game at every power cut.
  if ($isEdge) { $flags += '--start-fullscreen', "--app=$url" } else { $flags += '--kiosk', $url }
  $script:began = $clock.Elapsed.TotalSeconds
  $script:heard = $null
  $script:traces = $null
  $script:running = Start-Process -FilePath $Browser -ArgumentList $flags -PassThru
  Say "started $Browser as process $($script:running.Id)"
}

# The outer page writes into its database every half a minute, and what is appended makes a file longer. The watch begins
# with the first such write, so that an organiser can take any time over setting up.
function Test-Silent {
  $now = $clock.Elapsed.TotalSeconds
  $files = Get-ChildItem -LiteralPath (Join-Path $Keep 'Default\IndexedDB') -Recurse -File -ErrorAction SilentlyContinue
  $found = ($files | ForEach-Object {
      # The folder's listing is late for a file that is held open; asked by itself, the file tells the truth. One that is
      # gone since it was listed has nothing to tell.
      try {
        $_.Refresh()
        "$($_.FullName) $($_.Length) $($_.LastWriteTimeUtc.Ticks)"
      } catch { }
    }) -join "`n"
  # What a browser writes while it starts is not yet a sign of life.
  if ($found -ne $script:traces -and $now - $script:began -ge 20) {
    if ($null -ne $script:traces) { $script:heard = $now }
    $script:traces = $found
  }
  $null -ne $script:heard -and $now - $script:heard -ge $QuietFor
}

# True once on each day, in the minute of RestartAt or as soon after it as somebody looks.
function Test-Due {
  if (-not $RestartAt) { return $false }
  $now = Get-Date
  if ($script:restarted -eq $now.Date -or $now.ToString('HH:mm') -lt $RestartAt) { return $false }
  $script:restarted = $now.Date
  $true
}

# Whoever starts the kiosk later than RestartAt has just started it.
$restarted = $null
[void] (Test-Due)
$pause = 2
try {
  Start-Ours
  while ($true) {
    Start-Sleep -Seconds 5
    if ($running.HasExited) {
      # A browser that cannot even start is tried more and more seldom, up to once a minute.
      if ($clock.Elapsed.TotalSeconds - $began -ge 60) { $pause = 2 } else { $pause = [Math]::Min(60, $pause * 2) }
      Say "the browser ended; again in $pause s"
      Start-Sleep -Seconds $pause
      Start-Ours
    } elseif (Test-Silent) {
      Say "no sign of life for $QuietFor s: starting the browser anew"
      Start-Ours
    } elseif (Test-Due) {
      Say 'the daily start before opening time'
      Start-Ours
    }
  }
} finally {
  Stop-Ours
  $only.ReleaseMutex()
}
