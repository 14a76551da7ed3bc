using Slipway.Cli.Output;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Tests.Output;

public sealed class TerminalTests
{
    [Fact]
    public void What_an_app_says_cannot_command_the_terminal()
    {
        var writer = new StringWriter { NewLine = "\n" };
        ProblemPrinter.Print(new StyledWriter(writer, colour: false), [AppProblems.NotFound.At("a\e[2Jb", "line\r\x07 \x9b31m.")]);
        Assert.DoesNotContain(writer.ToString(), c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void What_an_app_says_cannot_turn_the_direction_of_text_around() => Assert.Equal(@"a\u202egpj.exe" + "\n" + @"\u2066b", Terminal.Clean("a\u202egpj.exe\n\u2066b"));

    [Fact]
    public void What_a_service_says_cannot_command_the_terminal()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var unknown = new ProblemDescription("SLW\e[2J", "Error", "a\e[2J", "b\e[2J", "c\e[2J", "User\e[2J");
        ProblemPrinter.Print(new StyledWriter(writer, colour: false), [unknown.ToProblem()]);
        Assert.Contains("SLW", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(writer.ToString(), c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void Colours_appear_only_when_asked_for()
    {
        Assert.Equal("text", new StyledWriter(TextWriter.Null, colour: false).Red("text"));
        Assert.Equal("\e[31;1mtext\e[0m", new StyledWriter(TextWriter.Null, colour: true).Red("text"));
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1500, "1.5 kB")]
    [InlineData(22_734_377, "22.7 MB")]
    [InlineData(2_500_000_000, "2.50 GB")]
    public void Lengths_are_written_for_people(long bytes, string text) => Assert.Equal(text, SizeText.Of(bytes));
}
