using Slipway.Formats.Plist;

namespace Slipway.Build.Resources.Ios;

/// <summary>
/// PrivacyInfo.xcprivacy: what the shell collects, and which of the interfaces that need a reason it uses (developer.apple.com,
/// "Privacy manifest files"). It is nothing: what pages keep is kept by the web view, and a page that collects something is the
/// publisher's to declare.
/// </summary>
internal static class PrivacyManifest
{
    public const string FileName = "PrivacyInfo.xcprivacy";

    public static byte[] Write() => PlistXmlWriter.Write(new PlistDictionary(
    [
        new("NSPrivacyAccessedAPITypes", new PlistArray()),
        new("NSPrivacyCollectedDataTypes", new PlistArray()),
        new("NSPrivacyTracking", new PlistBoolean(false)),
        new("NSPrivacyTrackingDomains", new PlistArray()),
    ]));
}
