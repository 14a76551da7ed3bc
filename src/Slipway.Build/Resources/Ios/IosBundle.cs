using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;
using Slipway.Signing;

namespace Slipway.Build.Resources.Ios;

/// <summary>Makes the files of a bundle that follow from the plan. The same plan gives the same bytes.</summary>
public static class IosBundle
{
    /// <summary>Makes everything.</summary>
    /// <param name="plan">The app.</param>
    /// <param name="host">Gives the icons.</param>
    /// <exception cref="ProblemException">A picture of the icon cannot be used.</exception>
    public static IosBundleContent Compile(IosPlan plan, IBuildHost host)
    {
        ZipItem[] files =
        [
            .. Pictures(plan, host).Select(file => ZipItem.FromBytes(file.Path, file.Bytes.ToArray())),
            .. DisplayNames.Files(plan),
            ZipItem.FromBytes("PkgInfo", "APPL????"u8.ToArray()),
            ZipItem.FromBytes(PrivacyManifest.FileName, PrivacyManifest.Write()),
            ZipItem.FromBytes("slipway.json", AppSettings.Write(plan, plan.Type is BuildType.Development or BuildType.Simulator)),
        ];
        return new IosBundleContent(InfoPlist.Write(plan), [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)]);
    }

    private static IEnumerable<ResourceFile> Pictures(IosPlan plan, IBuildHost host)
    {
        var all = host.GetIcons(new IconRequest(plan.Icon, Platform.Ios, plan.BackgroundColour));
        var needless = IosIcons.Sizes.Except(IosIcons.For(plan.Devices)).Select(size => size.FileName).ToHashSet(StringComparer.Ordinal);
        return all.Where(file => !needless.Contains(file.Path));
    }
}
