using Slipway.Build.Plan;
using Slipway.Build.Resources;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Package;

/// <summary>Makes the manifest, the resource table and the icons of an app.</summary>
internal static class ResourceStage
{
    public static IReadOnlyList<ZipItem> Compile(AndroidPlan plan, IBuildHost host, ICollection<Problem> notices)
    {
        var input = Input(plan);
        var request = new IconRequest(plan.Icon, MobilePlatform.Android);
        var icons = host.GetIcons(request);
        foreach (var notice in request.Notices(icons))
            notices.Add(notice);
        var set = AndroidResources.Compile(input, icons.Files, notices);
        return [.. set.Files.Select(Item)];
    }

    private static AndroidResourceInput Input(AndroidPlan plan) => new()
    {
        Package = plan.Id,
        VersionCode = plan.VersionCode,
        VersionName = plan.VersionName,
        Label = plan.Name,
        MinSdk = plan.MinSdk,
        TargetSdk = plan.TargetSdk,
        Debuggable = plan.Type == MobileBuildType.Debug,
        CleartextTraffic = plan.Scheme == "http",
        Fullscreen = plan.Fullscreen,
        Orientation = plan.Orientation,
        BackgroundColour = plan.BackgroundColour,
        ScreenOrientation = plan.ScreenOrientation,
        ManifestChanges = plan.ManifestChanges,
        Icon = plan.Icon,
    };

    private static ZipItem Item(PackagedResource file)
    {
        var item = ZipItem.FromBytes(file.Path, file.Bytes.ToArray());
        return file.Compress ? item : item with { Compress = false };
    }
}
