using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Capacitor;

/// <summary>The settings of a capacitor.config that have a meaning without Capacitor's runtime and plugins.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Ignored">Notices of settings that a build ignores.</param>
public sealed record CapacitorConfig(string File, IReadOnlyList<Problem> Ignored)
{
    /// <summary>appId.</summary>
    public Setting? Id { get; init; }

    /// <summary>appName.</summary>
    public Setting? Name { get; init; }

    /// <summary>webDir: the folder of the web files.</summary>
    public Setting? WebFolder { get; init; }

    /// <summary>backgroundColor of the platform, or for all, or of the splash screen.</summary>
    public Setting? BackgroundColor { get; init; }

    /// <summary>server.hostname.</summary>
    public Setting? Hostname { get; init; }

    /// <summary>server.androidScheme, for Android.</summary>
    public Setting? Scheme { get; init; }
}

/// <summary>Reads the plain string values of a configuration that is a program.</summary>
internal static class CapacitorScriptReader
{
    /// <summary>Reads the file; values that the program computes stay unknown.</summary>
    public static CapacitorConfig Read(AppFile file)
    {
        var program = ConfigurationScript.Read(file);
        var (id, name, folder) = (program.Value("appId"), program.Value("appName"), program.Value("webDir"));
        var read = new[] { ("appId", id), ("appName", name), ("webDir", folder) }.Where(value => value.Item2 is not null).Select(value => value.Item1).ToList();
        var notice = ConfigurationProblems.Ignored.At(file.Path, read.Count == 0
            ? "The file is a program, which a build does not run; it contains no plain values to read."
            : $"The file is a program, which a build does not run; only {string.Join(", ", read)} was read from it.", "Write the settings into capacitor.config.json, or give --id and --name, unless these are all the settings that matter.");
        return new CapacitorConfig(file.Path, [notice]) { Id = id, Name = name, WebFolder = folder };
    }
}
