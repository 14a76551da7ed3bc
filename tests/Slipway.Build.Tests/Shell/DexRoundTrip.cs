using System.Diagnostics;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;

namespace Slipway.Build.Tests.Shell;

/// <summary>Class files through our DEX compiler and back to a jar by enjarify, another's translator.</summary>
internal static class DexRoundTrip
{
    public static string Jar(IEnumerable<JavaClass> classes, ApiSurface api, int minSdk, string folder)
    {
        var stubs = new ApiStubBuilder(api.Types);
        var output = DexCompiler.Compile([.. classes], new DexOptions(minSdk, Library: [.. api.Types.Select(stubs.Build)]));
        Assert.Empty(output.Diagnostics);
        var dex = Path.Combine(folder, "classes.dex");
        File.WriteAllBytes(dex, Assert.Single(output.DexFiles));
        var jar = Path.Combine(folder, "back.jar");
        // Its wrapper takes whatever python3 is first on the PATH unless told.
        var start = new ProcessStartInfo("enjarify", ["-f", "-o", jar, dex]) { Environment = { ["PYTHON"] = "/usr/bin/python3" } };
        var (_, exitCode, messages, errors) = ExternalTool.Run(start);
        Assert.True(exitCode == 0 && !messages.Contains("failed", StringComparison.OrdinalIgnoreCase) || messages.Contains(" 0 classes failed", StringComparison.OrdinalIgnoreCase), messages + errors);
        return jar;
    }
}
