using Slipway.Build.Plan.Ios;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Plist;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Ios;

/// <summary>Makes the files of a bundle that depend only on the plan. The same plan results in the same bytes.</summary>
public static class IosBundle
{
    /// <summary>Makes the files.</summary>
    /// <param name="plan">The app.</param>
    /// <param name="host">Supplies the icons.</param>
    /// <param name="notices">Receives notices about the icons.</param>
    /// <exception cref="ProblemException">No picture of the icon can be used.</exception>
    public static IosBundleContent Compile(IosPlan plan, IBuildHost host, ICollection<Problem> notices)
    {
        ZipItem[] files =
        [
            .. Pictures(plan, host, notices).Select(file => ZipItem.FromBytes(file.Path, file.Bytes.ToArray())),
            .. DisplayNames.Files(plan),
            ZipItem.FromBytes("PkgInfo", "APPL????"u8.ToArray()),
            ZipItem.FromBytes(PrivacyManifest.FileName, PrivacyManifest.Write()),
            ZipItem.FromBytes("slipway.json", ShellSettings.Write(plan, plan.Type is MobileBuildType.Development or MobileBuildType.Simulator)),
        ];
        return new IosBundleContent(InfoPlist.Write(plan), [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)]);
    }

    private static IEnumerable<ResourceFile> Pictures(IosPlan plan, IBuildHost host, ICollection<Problem> notices)
    {
        var request = new IconRequest(plan.Icon, MobilePlatform.Ios, plan.BackgroundColour);
        var icons = host.GetIcons(request);
        foreach (var notice in request.Notices(icons))
            notices.Add(notice);
        var needless = IosIcons.Sizes.Except(IosIcons.For(plan.Devices)).Select(size => size.FileName).ToHashSet(StringComparer.Ordinal);
        return icons.Files.Where(file => !needless.Contains(file.Path));
    }
}

/// <summary>The files of a bundle other than the shell, the web files and the signature.</summary>
/// <param name="InfoPlist">Info.plist, binary.</param>
/// <param name="Files">The other files, with names relative to the bundle, in ordinal order.</param>
public sealed record IosBundleContent(ReadOnlyMemory<byte> InfoPlist, IReadOnlyList<ZipItem> Files);

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
