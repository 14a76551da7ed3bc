using Slipway.Cli.Output;

namespace Slipway.Cli.Tests.Output;

/// <summary>What a phone reads off the terminal; <c>zbarimg</c> looks instead of the phone.</summary>
public sealed class QrPrinterTests : IDisposable
{
    private const string Address = "https://builder.example.com/i/0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90?e=1798761600&s=pGm3yVbYk1q0Zr8fYt2cQw5n0o9u7e6d4s3a2z1x0c8";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_reader_finds_the_address_in_what_is_printed() => Assert.Equal("QR-Code:" + Address, PrintedCode.Read(Printed(false), _folder));

    [Fact]
    public void A_reader_finds_nothing_in_a_code_with_a_corner_torn_off() =>
        Assert.DoesNotContain("QR-Code", PrintedCode.Read(Printed(false).Select((line, row) => row < 12 ? new string('█', line.Length) : line), _folder), StringComparison.Ordinal);

    [Fact]
    public void Where_there_are_colours_a_light_terminal_shows_the_same() => Assert.All(Printed(true), line =>
    {
        Assert.StartsWith("  \e[97;40m", line, StringComparison.Ordinal);
        Assert.EndsWith("\e[0m", line, StringComparison.Ordinal);
    });

    private static string[] Printed(bool colour)
    {
        using var text = new StringWriter { NewLine = "\n" };
        QrPrinter.Print(new StyledWriter(text, colour), Address);
        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("  " + Address, lines[^1]);
        return lines[..^1];
    }
}
