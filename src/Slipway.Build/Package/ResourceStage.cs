using Slipway.Build.Plan;
using Slipway.Build.Resources;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Zip;
using Slipway.Signing;

namespace Slipway.Build.Package;

/// <summary>Makes the manifest, the resource table and the icons of an app.</summary>
internal static class ResourceStage
{
    public static IReadOnlyList<ZipItem> Compile(AndroidPlan plan, IBuildHost host)
    {
        var input = Input(plan);
        var icons = host.GetIcons(new IconRequest(plan.Icon, Platform.Android));
        var set = AndroidResources.Compile(input, icons);
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
        Debuggable = plan.Type == BuildType.Debug,
        CleartextTraffic = plan.Scheme == "http",
        Fullscreen = plan.Fullscreen,
        Orientation = plan.Orientation,
        BackgroundColour = plan.BackgroundColour,
        Permissions = plan.Permissions,
        Icon = plan.Icon,
    };

    private static ZipItem Item(PackagedResource file)
    {
        var item = ZipItem.FromBytes(file.Path, file.Bytes.ToArray());
        return file.Compress ? item : item with { Compress = false };
    }
}
