using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Capacitor;

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
