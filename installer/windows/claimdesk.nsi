; Installs Claimdesk for the one user who runs this; no administrator is asked for.
; Given by the build: VERSION, TREE (the folder to install), OUT (the file to write), ICON, SIZE.

Unicode true
; Our stub is of 64 bits, as everything that it installs.
Target amd64-unicode
!include "MUI2.nsh"

Name "Claimdesk"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Claimdesk"
InstallDirRegKey HKCU "Software\Claimdesk" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
BrandingText "Claimdesk ${VERSION}"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Claimdesk"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\python\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m app"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Claimdesk"
VIAddVersionKey "FileDescription" "Claimdesk installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"

Section
  ; What an older version left must not be found by this one; libraries lie elsewhere.
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  SetOutPath "$INSTDIR"
  File /r "${TREE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortCut "$SMPROGRAMS\Claimdesk.lnk" "$INSTDIR\python\pythonw.exe" "-m app" \
    "$INSTDIR\claimdesk.ico"

  WriteRegStr HKCU "Software\Claimdesk" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.claimdesk" "" "Claimdesk.Library"
  WriteRegStr HKCU "Software\Classes\Claimdesk.Library" "" "Claimdesk library"
  WriteRegStr HKCU "Software\Classes\Claimdesk.Library\DefaultIcon" "" "$INSTDIR\claimdesk.ico"
  WriteRegStr HKCU "Software\Classes\Claimdesk.Library\shell\open\command" "" \
    '"$INSTDIR\python\pythonw.exe" -m app "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Claimdesk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\claimdesk.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; Only what was installed: the reviewer's library and settings lie in other folders and stay.
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  Delete "$INSTDIR\claimdesk.cmd"
  Delete "$INSTDIR\claimdesk.ico"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Claimdesk.lnk"
  DeleteRegKey HKCU "Software\Claimdesk"
  DeleteRegKey HKCU "Software\Classes\.claimdesk"
  DeleteRegKey HKCU "Software\Classes\Claimdesk.Library"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
