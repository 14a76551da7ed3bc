namespace Slipway.Build.Shell.Ios;

/// <summary>Compiles Objective-C to an iOS executable with clang and ld64.lld of this machine.</summary>
internal sealed class AppleCompiler
{
    /// <summary>Flags of clang, explained in docs/adr/0005-ios-shell.md. They are part of the fingerprint.</summary>
    public static readonly string[] CompilerFlags =
    [
        "-nostdinc", "-std=gnu11", "-fobjc-arc", "-fblocks", "-Os", "-fno-stack-protector", "-fno-exceptions", "-fno-objc-exceptions",
        "-fno-ident", "-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror", "-Qunused-arguments",
    ];

    /// <summary>Flags of the linker, also part of the fingerprint.</summary>
    public static readonly string[] LinkerFlags = ["-arch", "arm64", "-dead_strip", "-no_fixup_chains", "-headerpad", "0x1000", "-x"];

    private static readonly string[] ClangNames = ["clang", "clang-14", "clang-19"];
    private static readonly string[] LinkerNames = ["ld64.lld-19", "ld64.lld"];

    private readonly AppleTool _clang;
    private readonly AppleTool _linker;

    private AppleCompiler(AppleTool clang, AppleTool linker) => (_clang, _linker) = (clang, linker);

    /// <exception cref="AppleToolsNotFoundException">There is no compiler or no linker.</exception>
    public static AppleCompiler Find() => Find(Environment.GetEnvironmentVariable("PATH"));

    internal static AppleCompiler Find(string? path) => new(
        new AppleTool("clang", FindClang(path) ?? throw new AppleToolsNotFoundException(ClangNames[0])),
        new AppleTool("ld64.lld", FindLinker(path) ?? throw new AppleToolsNotFoundException(LinkerNames[0])));

    /// <summary>Returns the path of the compiler; null when there is none.</summary>
    internal static string? FindClang(string? path) => Find(path, ClangNames);

    /// <summary>Returns the path of the linker; null when there is none.</summary>
    internal static string? FindLinker(string? path) => Find(path, LinkerNames);

    /// <summary>Returns the names and versions of both, for display.</summary>
    /// <exception cref="ShellCompilationException">One of them does not run.</exception>
    public string Versions(CancellationToken cancellation) => $"{_clang.Version(cancellation)}, {_linker.Version(cancellation)}";

    /// <summary>Compiles and links a shell.</summary>
    /// <exception cref="ShellCompilationException">A source has an error or a warning.</exception>
    public byte[] Compile(IReadOnlyList<ShellSource> sources, IosShellVariant variant, CancellationToken cancellation)
    {
        using var work = new TemporaryFolder();
        var objects = work.Subfolder("objects");
        foreach (var source in sources)
        {
            var path = Path.Combine(work.Path, source.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, source.Content);
        }

        // Relative paths keep folder names of this machine out of the result.
        var names = sources.Select(s => s.Name).Order(StringComparer.Ordinal).ToArray();
        var inputs = names.Where(n => n.EndsWith(".m", StringComparison.Ordinal) || n.EndsWith(".c", StringComparison.Ordinal)).ToArray();
        _clang.Run(["-target", Target(variant), .. CompilerFlags, "-c", .. inputs.Select(n => "../" + n)], objects, cancellation);
        _linker.Run([.. LinkerFlags, .. Platform(variant), "-o", "Shell",
            .. inputs.Select(n => Path.GetFileNameWithoutExtension(n) + ".o"), .. names.Where(n => n.EndsWith(".tbd", StringComparison.Ordinal)).Select(n => "../" + n)], objects, cancellation);
        return File.ReadAllBytes(Path.Combine(objects, "Shell"));
    }

    private static string Target(IosShellVariant variant) =>
        $"arm64-apple-ios{IosShell.MinimumOs}{(variant == IosShellVariant.Simulator ? "-simulator" : "")}";

    /// <summary>The second version is that of the SDK. The build uses no SDK, so it claims nothing newer than the lowest release.</summary>
    private static string[] Platform(IosShellVariant variant) => variant == IosShellVariant.Simulator
        ? ["-platform_version", "ios-simulator", IosShell.MinimumOs, IosShell.MinimumOs, "-adhoc_codesign"]
        : ["-platform_version", "ios", IosShell.MinimumOs, IosShell.MinimumOs, "-no_adhoc_codesign"];

    private static string? Find(string? path, string[] names) =>
        names.SelectMany(name => (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}

/// <summary>Says that a tool that compiles or links for iOS is not on the PATH.</summary>
/// <param name="tool">Its name.</param>
public sealed class AppleToolsNotFoundException(string tool) : Exception($"There is no {tool} on the PATH.")
{
    /// <summary>The command that installs all of them on Debian.</summary>
    public const string InstallCommand = "apt-get install clang lld-19";

    /// <summary>The tool that is missing.</summary>
    public string Tool { get; } = tool;
}
