namespace Slipway.Formats.Tests.Outsiders;

/// <summary>Debian's smali assembler.</summary>
internal static class Smali
{
    /// <summary>Assembles smali files, one class each, into one DEX.</summary>
    /// <param name="classes">Text of each file.</param>
    /// <param name="api">API level, which decides the version of the format: 24 gives 037.</param>
    public static byte[] Assemble(IReadOnlyList<string> classes, int api = 24)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-smali");
        try
        {
            for (var i = 0; i < classes.Count; i++)
                File.WriteAllText(Path.Combine(folder.FullName, $"{i:d4}.smali"), classes[i]);

            var output = Path.Combine(folder.FullName, "out.dex");
            ExternalTool.RunWell("smali", "assemble", "-a", $"{api}", "-o", output, folder.FullName);
            return File.ReadAllBytes(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
