@echo off
rem Starts the kiosk on Windows; a shortcut to this file in shell:startup does it at every sign-in.
rem   kiosk.cmd https://game.example.org 08:30
powershell.exe -NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File "%~dp0kiosk.ps1" -Address "%~1" -RestartAt "%~2"
