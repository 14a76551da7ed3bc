using System.Text;

namespace Slipway.Formats.Tests.MachO;

/// <summary>Small programs by Debian's clang and its two linkers, made once in a run.</summary>
internal static class TestMachO
{
    private const string Source = """
        extern int puts(const char *);
        static int counter = 3;
        int (*volatile pointer)(const char *) = puts;
        int main(void) { return pointer("hello") + counter++; }
        """;

    private const string Stub = """
        --- !tapi-tbd
        tbd-version: 4
        targets: [ arm64-ios ]
        install-name: '/usr/lib/libSystem.B.dylib'
        current-version: 1
        exports:
          - targets: [ arm64-ios ]
            symbols: [ _puts, dyld_stub_binder ]
        ...
        """;

    private static readonly (string Name, string Linker, string[] Arguments)[] Variants =
    [
        ("lld14", "ld64.lld-14", []),
        ("lld14-adhoc", "ld64.lld-14", ["-adhoc_codesign"]),
        ("lld14-library", "ld64.lld-14", ["-dylib", "-install_name", "@rpath/test.dylib"]),
        ("lld19", "ld64.lld-19", ["-no_adhoc_codesign"]),
        ("lld19-adhoc", "ld64.lld-19", ["-adhoc_codesign"]),
        ("lld19-classic", "ld64.lld-19", ["-no_adhoc_codesign", "-no_fixup_chains"]),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Made = new(Make);

    public static TheoryData<string> Names => [.. Variants.Select(variant => variant.Name)];

    public static byte[] Named(string name) => (byte[])Made.Value[name].Clone();

    public static IReadOnlyList<byte[]> All => [.. Variants.Select(variant => Named(variant.Name))];

    private static Dictionary<string, byte[]> Make()
    {
        using var folder = new TemporaryFolder();
        var source = folder.Add("main.c", Encoding.UTF8.GetBytes(Source));
        var stub = folder.Add("libSystem.tbd", Encoding.UTF8.GetBytes(Stub + "\n"));
        ExternalTool.Read("clang", ["-target", "arm64-apple-ios15.0", "-nostdinc", "-Os", "-fno-stack-protector", "-c", source, "-o", folder["main.o"]]);
        foreach (var (name, linker, arguments) in Variants)
            ExternalTool.Read(linker, ["-arch", "arm64", "-platform_version", "ios", "15.0", "18.0", "-o", folder[name], folder["main.o"], stub, .. arguments]);
        return Variants.ToDictionary(variant => variant.Name, variant => File.ReadAllBytes(folder[variant.Name]), StringComparer.Ordinal);
    }
}
