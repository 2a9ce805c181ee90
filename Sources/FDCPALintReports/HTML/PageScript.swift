/// What draws lists, filters them, and opens everything for paper; written by hand, nothing else runs.
let pageScript: HTML =
  "(() => {\n'use strict';\n" + pageScriptBase + pageScriptEvidence + pageScriptLists
  + pageScriptDraw + pageScriptPage + "})();\n"
