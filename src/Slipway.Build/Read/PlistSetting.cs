using Slipway.Formats.Plist;

namespace Slipway.Build.Read;

/// <summary>An entry for Info.plist as the app's author wrote it, with its place.</summary>
/// <param name="Key">For example <c>NSCameraUsageDescription</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Where">For example <c>config.xml:12</c>.</param>
public sealed record PlistSetting(string Key, PlistValue Value, string Where);
