using Slipway.Formats.Plist;

namespace Slipway.Build.Resources.Ios;

/// <summary>
/// PrivacyInfo.xcprivacy: the data that the shell collects and the required-reason APIs that it uses (developer.apple.com,
/// "Privacy manifest files"). Both lists are empty: the web view stores the data of pages, and publishers must declare what their
/// pages collect.
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
