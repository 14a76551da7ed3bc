using Slipway.Server.Contract.Suggestions;

namespace Slipway.Server.Tests.Contract.Suggestions;

public sealed class VersionNumberTests
{
    [Theory]
    [InlineData("1.4.2", true)]
    [InlineData("0.0.0", true)]
    [InlineData("99999999.1.1", true)]
    [InlineData("1.4", false)]
    [InlineData("1.4.2.1", false)]
    [InlineData("1.4.2-beta", false)]
    [InlineData("1.4.2\n", false)]
    [InlineData("999999999.1.1", false)]
    [InlineData("١.٤.٢", false)]
    [InlineData("", false)]
    public void Three_numbers_are_a_version(string text, bool valid) => Assert.Equal(valid, VersionNumber.TryParse(text, out _));

    [Theory]
    [InlineData("1.4.2", "1.4.3")]
    [InlineData("1.4", "1.4.1")]
    [InlineData("7", "7.0.1")]
    [InlineData("2.1.9-beta.3", "2.1.10")]
    [InlineData("2.1.9.17", "2.1.10")]
    [InlineData("spring", "1.0.1")]
    public void Any_text_has_a_version_after_it(string text, string next) => Assert.Equal(next, VersionNumber.Guess(text).Next.ToString());
}
