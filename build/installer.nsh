; Tables stay with the program that opens them: Basin is one line more in "Open with". An ending that an installer takes
; is left pointing at nothing when the program goes.
!macro eachEnding DO
  !insertmacro ${DO} "csv"
  !insertmacro ${DO} "tsv"
  !insertmacro ${DO} "txt"
  !insertmacro ${DO} "dat"
  !insertmacro ${DO} "tab"
  !insertmacro ${DO} "gz"
!macroend

!macro offer ENDING
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "Basin.Table"
!macroend

!macro withdraw ENDING
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "Basin.Table"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Basin.Table" "" "Table"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Basin.Table\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Basin.Table\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro eachEnding offer
!macroend

!macro customUnInstall
  !insertmacro eachEnding withdraw
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Basin.Table"
!macroend
