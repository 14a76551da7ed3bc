using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>A manifest may be written for an app in a folder of a server, such as /notes/ at GitHub Pages. In a package the app is at the top.</summary>
internal static class ServerFolder
{
    /// <summary>The manifest with addresses from the top, where it is written for a folder that the app does not have.</summary>
    /// <param name="manifest">As it was read.</param>
    /// <param name="exists">Is there a folder of this name among the web files?</param>
    public static WebManifest LeaveOut(WebManifest manifest, Func<string, bool> exists)
    {
        if (FolderOf(manifest) is not { } folder || exists(folder.Split('/')[1]))
            return manifest;
        var notice = ConfigurationProblems.Ignored.At(manifest.File, $"The manifest is written for the folder {folder} of a server; its addresses count from the top of the app here.", "If the app stays white, build it with ./ as its address.");
        return manifest with
        {
            StartUrl = manifest.StartUrl is { } start ? start with { Value = Strip(start.Value, folder) } : null,
            Icons = [.. manifest.Icons.Select(icon => icon with { Source = Strip(icon.Source, folder) })],
            Ignored = [.. manifest.Ignored, notice],
        };
    }

    // A start that is a route looks the same, so that alone is no sign.
    private static string? FolderOf(WebManifest manifest) =>
        Folder(manifest.Scope) ?? (Folder(manifest.StartUrl) is { } folder && manifest.Icons.Any(icon => icon.Source.StartsWith(folder, StringComparison.Ordinal)) ? folder : null);

    private static string? Folder(Setting? address)
    {
        if (address is null || !address.Value.StartsWith('/') || address.Value.StartsWith("//", StringComparison.Ordinal))
            return null;
        var path = address.Value.Split('?', '#')[0];
        return path.LastIndexOf('/') is > 0 and var end ? path[..(end + 1)] : null;
    }

    private static string Strip(string address, string folder)
    {
        if (address.StartsWith(folder, StringComparison.Ordinal))
            return address[(folder.Length - 1)..];
        return address == folder[..^1] ? "/" : address;
    }
}
