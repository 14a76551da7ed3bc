using System.Diagnostics;

namespace Slipway.Worker.Tests.Builds;

/// <summary>Archives of an outsider.</summary>
internal static class Zips
{
    public static byte[] Of(IReadOnlyDictionary<string, byte[]> files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, content) in files)
            folder.Add("app/" + path, content);
        ExternalTool.Run(new ProcessStartInfo("zip", ["-q", "-r", folder["app.zip"], "."]) { WorkingDirectory = folder["app"] }).Well();
        return File.ReadAllBytes(folder["app.zip"]);
    }
}
