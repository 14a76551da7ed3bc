using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Zip;

namespace Slipway.Bench;

/// <summary>The DEX compiler on the classes of a jar: class files in memory to DEX files in memory.</summary>
internal static class DexCompilation
{
    public static void Measure(string jar, int rounds)
    {
        var files = ReadClasses(jar);
        var samples = new Samples($"{Path.GetFileName(jar)}, {files.Count} classes");
        for (var round = -60; round < rounds; round++)
        {
            if (round < 0)
                Compile(files);
            else
                samples.Measure(() => Compile(files));
        }

        Console.WriteLine("| class files to DEX, warm | median ms | least ms | |");
        Console.WriteLine("|---|---|---|---|");
        Console.WriteLine(samples.Row());
    }

    private static void Compile(List<byte[]> files)
    {
        var classes = files.ConvertAll(f => ClassFileReader.Read(f));
        var output = DexCompiler.Compile(classes, new DexOptions(24));
        if (!output.Succeeded)
            throw new InvalidOperationException(output.Diagnostics[0].Text);
    }

    private static List<byte[]> ReadClasses(string jar)
    {
        using var stream = File.OpenRead(jar);
        var archive = ZipReader.Open(stream, ZipReadLimits.ForPackages);
        return [.. archive.Entries.Where(e => e.Name.EndsWith(".class", StringComparison.Ordinal) && e.Name != "module-info.class").Select(archive.ReadEntry)];
    }
}
