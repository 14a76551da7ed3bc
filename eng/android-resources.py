#!/usr/bin/env python3
"""Writes src/Slipway.Build/Resources/Framework/android-resources.txt: the public resources of Android's framework, as facts.

Sources:
  * up to API 29: `aapt2 dump resources` of Debian's android-framework-res (ids, formats, enum and flag values);
  * above API 29: ids from the npm package @nativescript/types-android 9.1.1 (android.R), up to and including API 36;
  * formats of attributes above API 29: the public reference of android.R.attr (table NEWER below).

Usage: eng/android-resources.py <folder of the unpacked npm package>
One resource a line, in ordinal order: type/name id [formats] [name=value,...]; ids, formats and values in hexadecimal.
Formats are the bits of ResTable_map: 1 reference, 2 string, 4 integer, 8 boolean, 10 colour, 20 float, 40 dimension, 80 fraction,
10000 enum, 20000 flags.
"""
import pathlib, re, subprocess, sys

FRAMEWORK = "/usr/share/android-framework-res/framework-res.apk"
MAX_API = 36
BITS = dict(reference=1, string=2, integer=4, boolean=8, color=16, float=32, dimension=64, fraction=128, enum=0x10000, flags=0x20000, any=0xFFFF)
NEWER = {
    "reference": "animatedImageDrawable backdropColor dataExtractionRules htmlDescription intro localeConfig previewLayout splashScreenTheme "
                 "supportedTypes resourcesMap shortLabel knownCerts knownActivityEmbeddingCerts hand_second fontProviderSystemFontFamily "
                 "windowSplashScreenAnimatedIcon windowSplashScreenBrandingImage",
    "boolean": "accessibilityDataSensitive allowClickWhenDisabled allowCrossUidActivitySwitchFromBelow allowGameAngleDriver "
               "allowGameDownscaling allowGameFpsOverride allowNativeHeapPointerTagging allowSharedIsolatedProcess "
               "allowUntrustedActivityEmbedding allowUpdateOwnership attributionsAreUserVisible autoHandwritingEnabled canDisplayOnRemoteDevices "
               "canPauseRecording canTakeScreenshot clipToOutline crossProfile enableOnBackInvokedCallback enableTextStylingShortcuts forceQueryable "
               "isAccessibilityTool isCredential nativeHeapZeroInitialized preferKeepClear preferMinimalPostProcessing preserveLegacyExternalStorage "
               "privateComputeCore requestRawExternalStorageAccess requireDeviceScreenOn resetEnabledSettingsOnAppDataCleared "
               "shiftDrawingOffsetForStartOverhang shouldDefaultToObserveMode shouldUseDefaultUnfoldTransition showBackdrop "
               "showClockAndComplications showInInputMethodPicker supportsBatteryGameMode supportsConnectionlessStylusHandwriting "
               "supportsInlineSuggestions supportsInlineSuggestionsWithTouchExploration supportsPerformanceGameMode supportsStylusHandwriting "
               "suppressesSpellChecker systemUserOnly useBoundsForWidth useLocalePreferredLineHeightForMinimum usesAssistData usesAssistScreenshots "
               "usesAssistStructureScreenContent wantsRoleHolderPriority windowBlurBehindEnabled windowIsFrameRatePowerSavingsBalanced "
               "windowNoMoveAnimation windowOptOutEdgeToEdgeEnforcement selectableAsDefault autoTransact",
    "string": "attributionTags backupAgentProcess capability defaultLocale fragmentAdvancedPattern fragmentPattern fragmentPrefix fragmentSuffix "
              "keyboardLocale languageSettingsActivity mimeGroup nativeService passwordsActivity pathAdvancedPattern pathSuffix "
              "physicalKeyboardHintLanguageTag query queryAdvancedPattern queryPattern queryPrefix querySuffix requiredDisplayCategory "
              "requiredSplitTypes splitTypes settingsSubtitle sspAdvancedPattern sspSuffix stylusHandwritingSettingsActivity "
              "supplementalDescription tileService windowLayoutAffinity zygotePreloadNativeFunc zygotePreloadNativeLib adServiceTypes",
    "reference|string": "keyboardLayoutLabel layoutLabel",
    "color": "effectColor focusedSearchResultHighlightColor searchResultHighlightColor dialTint hand_hourTint hand_minuteTint hand_secondTint "
             "windowSplashScreenBackground windowSplashScreenIconBackgroundColor",
    "dimension": "handwritingBoundsOffsetBottom handwritingBoundsOffsetLeft handwritingBoundsOffsetRight handwritingBoundsOffsetTop maxResizeHeight "
                 "maxResizeWidth windowBackgroundBlurRadius windowBlurBehindRadius",
    "float": "lStar",
    "fraction": "fromExtendBottom fromExtendLeft fromExtendRight fromExtendTop toExtendBottom toExtendLeft toExtendRight toExtendTop",
    "integer": "sharedUserMaxSdkVersion targetCellHeight targetCellWidth windowSplashScreenAnimationDuration",
}
ENUMS = {
    "autoRevokePermissions": "allowed=0,discouraged=1,disallowed=2",
    "gwpAsanMode": "default=ffffffff,never=0,always=1,recoverable=2",
    "memtagMode": "default=ffffffff,off=0,async=1,sync=2",
    "windowSplashScreenBehavior": "default=0,icon_preferred=1",
    "importantForContentCapture": "auto=0,yes=1,no=2,yesExcludeDescendants=4,noExcludeDescendants=8",
    "rollbackDataPolicy": "restore=0,wipe=1,retain=2",
    "contentSensitivity": "auto=0,sensitive=1,notSensitive=2",
    "lineBreakStyle": "none=0,loose=1,normal=2,strict=3,no_break=4,auto=5",
    "lineBreakWordStyle": "none=0,phrase=1,auto=2",
    "dialTintMode": "src_over=3,src_in=5,src_atop=9,multiply=e,screen=f,add=10",
    "requireContentUriPermissionFromCaller": "none=0,read=1,write=2,readOrWrite=3,readAndWrite=4",
}
for copy in ("hand_hourTintMode", "hand_minuteTintMode", "hand_secondTintMode"):
    ENUMS[copy] = ENUMS["dialTintMode"]
FLAGS = {
    "usesPermissionFlags": "neverForLocation=10000",
    "intentMatchingFlags": "none=1,enforceIntentFilter=2,allowNullAction=4",
}
MORE_VALUES = {
    "foregroundServiceType": "camera=40,microphone=80,health=100,remoteMessaging=200,systemExempted=400,shortService=800,mediaProcessing=2000,specialUse=40000000",
    "configChanges": "grammaticalGender=8000,fontWeightAdjustment=10000000",
    "windowLayoutInDisplayCutoutMode": "always=3",
}


def dumped():
    text = subprocess.run(["aapt2", "dump", "resources", FRAMEWORK], capture_output=True, text=True, check=True).stdout
    found, current = {}, None
    for line in text.splitlines():
        if m := re.match(r"    resource 0x(\w+) (\S+)( PUBLIC)?$", line):
            current = [int(m[1], 16), 0, []] if m[3] else None
            if current:
                found[m[2]] = current
        elif current and (m := re.match(r"      \(\) \(attr\) type=(\S+)", line)):
            current[1] = sum(BITS[name] for name in m[1].split("|"))
        elif current and current[1] and (m := re.match(r"        ([^\s(]+)\(0x\w+\)=0x(\w+)$", line)):
            current[2].append(f"{m[1]}={int(m[2], 16):x}")
    return found


def declared(folder):
    text = pathlib.Path(folder, "lib/android/android-platform-37.d.ts").read_text()
    body = re.search(r"\texport module R \{\n(.*?)\n\t\}\n", text, re.S)[1]
    kind, since = None, 0
    for line in body.split("\n"):
        if m := re.match(r"\t\texport class (\w+)", line):
            kind = m[1]
        if m := re.search(r"@since (\d+)", line):
            since = int(m[1])
        if m := re.match(r"\t\t\tpublic static (\w+): (-?\d+);", line):
            if since <= MAX_API:
                yield kind, m[1], int(m[2])
        if "public static" in line:
            since = 0


def main(folder):
    resources = dumped()
    known = {value[0] for value in resources.values()}
    formats = {name: sum(BITS[part] for part in key.split("|")) for key, names in NEWER.items() for name in names.split()}
    for kind, name, number in declared(folder):
        if number in known:
            continue
        name = name.replace("_", ".") if kind == "style" else name
        bits, values = formats.get(name, BITS["any"]), []
        if name in ENUMS:
            bits, values = BITS["enum"], ENUMS[name].split(",")
        elif name in FLAGS:
            bits, values = BITS["flags"], FLAGS[name].split(",")
        resources[f"{kind}/{name}"] = [number, bits if kind == "attr" else 0, values]
    for name, values in MORE_VALUES.items():
        entry = resources[f"attr/{name}"]
        entry[2] += [value for value in values.split(",") if value.split("=")[0] not in {known.split("=")[0] for known in entry[2]}]
    root = pathlib.Path(__file__).resolve().parent.parent
    lines = []
    for name in sorted(resources, key=lambda name: name + " "):
        number, bits, values = resources[name]
        lines.append(" ".join([name, f"{number:08x}"] + ([f"{bits:x}"] if bits else []) + ([",".join(values)] if values else [])))
    (root / "src/Slipway.Build/Resources/Framework/android-resources.txt").write_text("\n".join(lines) + "\n")


main(sys.argv[1])
