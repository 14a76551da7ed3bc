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
    /// <param name="cacheFolder">Where drawn icons are kept.</param>
    /// <exception cref="ProblemException">A picture of the icon cannot be used.</exception>
    public static IosBundleContent Compile(IosPlan plan, string cacheFolder)
    {
        ZipItem[] files =
        [
            .. Pictures(plan, cacheFolder).Select(file => ZipItem.FromBytes(file.Path, file.Bytes.ToArray())),
            .. DisplayNames.Files(plan),
            ZipItem.FromBytes("PkgInfo", "APPL????"u8.ToArray()),
            ZipItem.FromBytes(PrivacyManifest.FileName, PrivacyManifest.Write()),
            ZipItem.FromBytes("slipway.json", AppSettings.Write(plan, plan.Type is BuildType.Development or BuildType.Simulator)),
        ];
        return new IosBundleContent(InfoPlist.Write(plan), [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)]);
    }

    private static IEnumerable<ResourceFile> Pictures(IosPlan plan, string cacheFolder)
    {
        var cache = new IconCache(cacheFolder);
        var set = $"ios {plan.BackgroundColour}";
        var all = IconFaults.Guard(() => cache.GetOrRender(plan.Icon, set, icon => [.. IosIcons.Render(icon), .. LaunchScreen.Render(plan.BackgroundColour)]));
        var needless = IosIcons.Sizes.Except(IosIcons.For(plan.Devices)).Select(size => size.FileName).ToHashSet(StringComparer.Ordinal);
        return all.Where(file => !needless.Contains(file.Path));
    }
}
