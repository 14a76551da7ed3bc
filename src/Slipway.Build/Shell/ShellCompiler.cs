using System.Text;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell;

/// <summary>Compiles the shell's sources to class files, against a real <c>android.jar</c> or our own stubs.</summary>
internal sealed class ShellCompiler(IReadOnlyList<ShellSource> sources, IReadOnlyList<ShellSource> signatures)
{
    /// <summary>Newest API level that the shell uses; an older android.jar lacks members.</summary>
    private const int CompileLevel = 36;

    /// <summary>The signatures, parsed.</summary>
    public ApiSurface ReadApi()
    {
        var api = new ApiSurface();
        foreach (var signature in signatures)
            api.Add(Encoding.UTF8.GetString(signature.Content), signature.Name);

        return api;
    }

    /// <summary>Returns the class files by path, ordered by path.</summary>
    public IReadOnlyList<ShellSource> Compile(JavaCompiler compiler, ApiSurface api, string? androidSdk, bool debug, CancellationToken cancellation)
    {
        using var work = new TemporaryFolder();
        var classPath = AndroidSdkPlatform.FindJar(androidSdk, CompileLevel);
        if (classPath is null)
        {
            classPath = work.Subfolder("stubs");
            ApiStubFolder.Write(api.Types, classPath);
        }

        var output = work.Subfolder("classes");
        compiler.Compile(WriteSources(work.Path), classPath, output, debug, cancellation);
        return [.. Directory.EnumerateFiles(output, "*.class", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new ShellSource(Path.GetRelativePath(output, path), File.ReadAllBytes(path)))];
    }

    private List<string> WriteSources(string folder)
    {
        var paths = new List<string>();
        foreach (var source in sources)
        {
            var path = Path.Combine(folder, source.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, source.Content);
            paths.Add(path);
        }

        return paths;
    }
}

/// <summary>A folder of stub classes, laid out for a compiler's class path.</summary>
internal static class ApiStubFolder
{
    public static void Write(IReadOnlyList<ApiType> types, string folder)
    {
        var builder = new ApiStubBuilder(types);
        foreach (var type in types)
        {
            var path = Path.Combine(folder, type.Name.Replace('/', Path.DirectorySeparatorChar) + ".class");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, ClassFileWriter.Write(builder.Build(type)));
        }
    }
}
