using Slipway.Build.Plan;
using Slipway.Build.Resources;
using Slipway.Build.Shell;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Package;

/// <summary>Lists the entries of an APK in the order in which they are written.</summary>
internal static class ApkContent
{
    public static List<ZipItem> List(AndroidPlan plan, AndroidShell shell, IReadOnlyList<ZipItem> resources, IKnownHashes known)
    {
        var items = new List<ZipItem>(resources.Count + plan.WebFiles.Count + 4);
        items.AddRange(resources.Where(r => r.Name == "AndroidManifest.xml"));
        for (var i = 0; i < shell.DexFiles.Count; i++)
            items.Add(ZipItem.FromBytes(i == 0 ? "classes.dex" : $"classes{i + 1}.dex", shell.DexFiles[i].ToArray()));
        items.AddRange(resources.Where(r => r.Name != "AndroidManifest.xml"));
        items.Add(ZipItem.FromBytes("assets/slipway.json", ShellSettings.Write(plan, plan.Type == MobileBuildType.Debug)));
        items.AddRange(WebFiles.Items(plan.WebFiles, WebFiles.AndroidFolder, known));
        return items;
    }
}
