<#
.SYNOPSIS
Writes the kiosk's policies for Chrome and Edge into the registry, for the whole machine. Run it once as administrator;
with -Remove it takes back what it writes, and nothing else. See docs/kiosk.md.

.EXAMPLE
.\policies.ps1 -Address https://game.example.org
#>
param([Parameter(Mandatory)][ValidatePattern('^https?://[^/]+/?$')][string] $Address, [switch] $Remove)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2

$origin = $Address -replace '/+$', ''
# The same under the same name in both.
$both = @{
  DeveloperToolsAvailability = 2; BrowserGuestModeEnabled = 0; BrowserSignin = 0; SyncDisabled = 1
  PasswordManagerEnabled = 0; AutofillAddressEnabled = 0; AutofillCreditCardEnabled = 0; TranslateEnabled = 0
  SpellcheckEnabled = 0; SearchSuggestEnabled = 0; DefaultBrowserSettingEnabled = 0; DownloadRestrictions = 3
  AllowFileSelectionDialogs = 0; PrintingEnabled = 0; DefaultPopupsSetting = 2; DefaultNotificationsSetting = 2
  DefaultGeolocationSetting = 2; AudioCaptureAllowed = 0; VideoCaptureAllowed = 0; ScreenCaptureAllowed = 0
  BackgroundModeEnabled = 0; RestoreOnStartup = 5
}
$bothLists = @{
  URLBlocklist = '*', 'view-source:*'; URLAllowlist = $origin; AutoplayAllowlist = $origin
  AutomaticFullscreenAllowedForUrls = $origin; ExtensionInstallBlocklist = '*'
}
$browsers = @(
  @{
    Path = 'HKLM:\SOFTWARE\Policies\Google\Chrome'
    Numbers = @{
      IncognitoModeAvailability = 1; BrowserAddPersonEnabled = 0; BookmarkBarEnabled = 0; EditBookmarksEnabled = 0
      PromotionsEnabled = 0; MetricsReportingEnabled = 0; AllowDinosaurEasterEgg = 0; HighEfficiencyModeEnabled = 0
      BatterySaverModeAvailability = 0
    }
    Lists = @{ TabDiscardingExceptions = $origin }
  },
  @{
    Path = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'
    Numbers = @{
      InPrivateModeAvailability = 1; BrowserAddProfileEnabled = 0; FavoritesBarEnabled = 0; EditFavoritesEnabled = 0
      HideFirstRunExperience = 1; HubsSidebarEnabled = 0; EdgeShoppingAssistantEnabled = 0; StartupBoostEnabled = 0
      ShowRecommendationsEnabled = 0; DiagnosticData = 0; SleepingTabsEnabled = 0
    }
    Lists = @{ SleepingTabsBlockedForUrls = $origin }
  }
)

foreach ($browser in $browsers) {
  $numbers = $both + $browser.Numbers
  $lists = $bothLists + $browser.Lists
  foreach ($name in $lists.Keys) {
    $key = Join-Path $browser.Path $name
    if (Test-Path $key) { Remove-Item $key -Recurse }
  }
  if ($Remove) {
    foreach ($name in $numbers.Keys) { Remove-ItemProperty $browser.Path -Name $name -ErrorAction SilentlyContinue }
    continue
  }
  if (-not (Test-Path $browser.Path)) { New-Item $browser.Path -Force | Out-Null }
  foreach ($name in $numbers.Keys) {
    New-ItemProperty $browser.Path -Name $name -Value $numbers[$name] -PropertyType DWord -Force | Out-Null
  }
  foreach ($name in $lists.Keys) {
    $key = Join-Path $browser.Path $name
    New-Item $key -Force | Out-Null
    $at = 1
    foreach ($value in @($lists[$name])) {
      New-ItemProperty $key -Name "$at" -Value $value -PropertyType String -Force | Out-Null
      $at++
    }
  }
}
$done = if ($Remove) { 'taken back' } else { 'written' }
Write-Output "Policies $done. chrome://policy or edge://policy shows them, from another account or before the address is blocked."
