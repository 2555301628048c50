# Makes a board out of its box the appliance of a site:
#
#     powershell -ExecutionPolicy Bypass -File flash.ps1 --site my-site.json --secrets my.secrets.json
#
# It builds the device projects where Visual Studio with the nanoFramework extension is there, and hands everything over to
# `ixp flash`, which does the rest and explains what is missing: --help lists its options. A released image is taken by
# --image FILE instead of a build.
#
# Written for what Windows PowerShell 5.1 and PowerShell 7 have in common, on a machine that has neither: read, not run.

$ErrorActionPreference = 'Stop'
$app = Join-Path $PSScriptRoot 'firmware\App\App.nfproj'
$built = Join-Path $PSScriptRoot 'firmware\App\bin\Release\Appliance.App.bin'

if (-not (Get-Command 'dotnet' -ErrorAction SilentlyContinue)) {
    Write-Host 'This PC has no .NET SDK 10.'
    Write-Host 'Next: winget install Microsoft.DotNet.SDK.10 - then open a new terminal and try again.'
    exit 2
}

function Find-MSBuild {
    $vswhere = Join-Path ([Environment]::GetFolderPath('ProgramFilesX86')) 'Microsoft Visual Studio\Installer\vswhere.exe'
    if (-not (Test-Path $vswhere)) { return $null }
    $studio = & $vswhere -latest -products * -property installationPath
    if (-not $studio) { return $null }
    $extension = Join-Path $studio 'MSBuild\nanoFramework\v1.0\NFProjectSystem.CSharp.targets'
    $msbuild = Join-Path $studio 'MSBuild\Current\Bin\MSBuild.exe'
    if ((Test-Path $extension) -and (Test-Path $msbuild)) { return $msbuild }
    return $null
}

$needsNoBuild = @($args -match '^--(image|offline|help|dry-run)').Count -gt 0
if (-not $needsNoBuild) {
    $msbuild = Find-MSBuild
    if ($msbuild) {
        & $msbuild $app -nologo -v:minimal -restore -p:RestorePackagesConfig=true "-p:SolutionDir=$PSScriptRoot/" -p:Configuration=Release
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    }
    elseif (-not (Test-Path $built)) {
        Write-Host 'There is no application to put onto the board, and this PC cannot build it.'
        Write-Host 'Next: take the .bin file of a release, and give it by --image; or install Visual Studio 2022 and its extension .NET nanoFramework.'
        exit 2
    }
}

$arguments = @('run', '-c', 'Release', '--project', (Join-Path $PSScriptRoot 'tools\Ixp'), '--', 'flash') + $args
& dotnet $arguments
exit $LASTEXITCODE
