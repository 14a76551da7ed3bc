using System.Text;
using System.Text.RegularExpressions;
using Slipway.Build.Shell.Ios;

namespace Slipway.Build.Tests.Shell.Ios;

/// <summary>A symbol that is sought in the wrong library ends an app at launch: each bind is held against the list of public facts.</summary>
public sealed partial class ShellBindTests
{
    [Theory]
    [InlineData(IosShellVariant.Device)]
    [InlineData(IosShellVariant.Simulator)]
    public void Every_bind_names_its_library(IosShellVariant variant)
    {
        var binds = Binds(CompiledShells.PathOf(variant));
        Assert.InRange(binds.Count, 20, 200);
        Assert.Empty(binds.Except(Listed(PublicFacts.Binds)));
    }

    [Theory]
    [InlineData("_NSLog", "/usr/lib/libSystem.B.dylib")]
    [InlineData("_objc_msgSend", "/System/Library/Frameworks/Foundation.framework/Foundation")]
    [InlineData("_OBJC_CLASS_$_UIResponder", "/usr/lib/libobjc.A.dylib")]
    public void Another_library_is_noticed(string symbol, string library)
    {
        var changed = PublicFacts.Binds.Select(line => line[0] == symbol ? [symbol, library, line[2]] : line).ToList();
        Assert.Equal([symbol], Binds(CompiledShells.PathOf(IosShellVariant.Device)).Except(Listed(changed)).Select(bind => bind.Symbol));
    }

    [Theory]
    [InlineData("/UIKit.framework/UIKit", "_OBJC_CLASS_$_UIResponder", "_OBJC_CLASS_$_UIViewController", "_OBJC_METACLASS_$_UIResponder", "_OBJC_METACLASS_$_UIViewController", "_UIApplicationMain")]
    [InlineData("/Foundation.framework/Foundation", "_NSLog")]
    public void A_changed_install_name_is_noticed(string library, params string[] symbols)
    {
        var shell = CompiledShells.Changed($"moved{symbols.Length}", bytes =>
            bytes[bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"/System/Library/Frameworks{library}")) + 1] = (byte)'X');
        Assert.Equal(symbols, Binds(shell).Except(Listed(PublicFacts.Binds)).Select(bind => bind.Symbol).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_has_a_public_reference() => Assert.All(
        PublicFacts.Binds, line => Assert.StartsWith("https://", Assert.Single(line[2..]), StringComparison.Ordinal));

    private static HashSet<(string Symbol, string Library)> Listed(IEnumerable<string[]> lines) => [.. lines.Select(line => (line[0], line[1]))];

    private static HashSet<(string Symbol, string Library)> Binds(string shell)
    {
        var libraries = Library.Matches(CompiledShells.Dump(shell, "--dylibs-used")).Select(m => m.Groups["path"].Value)
            .ToDictionary(path => Path.GetFileName(path).Split('.')[0], StringComparer.Ordinal);
        var tables = CompiledShells.Dump(shell, "--bind", "--lazy-bind", "--weak-bind");
        var binds = Bind.Matches(tables);
        Assert.Equal(tables.Split('\n').Count(line => line.StartsWith("__", StringComparison.Ordinal)), binds.Count);
        return [.. binds.Select(m => (m.Groups["symbol"].Value, libraries[m.Groups["library"].Value]))];
    }

    [GeneratedRegex(@"^\t(?<path>/\S+) \(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Library { get; }

    [GeneratedRegex(@"^__\w+ +__\w+ +0x[0-9A-F]+ +(pointer +\d+ +)?(?<library>\w+) +(?<symbol>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Bind { get; }
}
