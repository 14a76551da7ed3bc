using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>
/// Corrects a manifest that was written for an app in a subfolder of a server, such as /notes/ on GitHub Pages: in a package the app is at the top.
/// </summary>
internal static class WebServerFolder
{
    /// <summary>Returns the manifest with addresses relative to the top when it was written for a folder that the app does not have.</summary>
    /// <param name="manifest">The manifest as read.</param>
    /// <param name="exists">Returns whether the web files contain a folder of this name.</param>
    public static WebManifest LeaveOut(WebManifest manifest, Func<string, bool> exists)
    {
        if (FolderOf(manifest) is not { } folder || exists(folder.Split('/')[1]))
            return manifest;
        var notice = ConfigurationProblems.Ignored.At(manifest.File, $"The manifest is written for the folder {folder} of a server; in a package its addresses are relative to the top of the app.", "If the app stays white, run the web build with ./ as the base address.");
        return manifest with
        {
            StartUrl = manifest.StartUrl is { } start ? start with { Value = Strip(start.Value, folder) } : null,
            Icons = [.. manifest.Icons.Select(icon => icon with { Source = Strip(icon.Source, folder) })],
            Ignored = [.. manifest.Ignored, notice],
        };
    }

    // A start_url that is a route looks the same, so start_url alone proves nothing.
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
