using Slipway.Formats.Names;

namespace Slipway.Formats.Tests.Names;

public sealed class EntryNamesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("./a")]
    [InlineData("a//b")]
    [InlineData("..\\evil")]
    [InlineData("C:/x")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public void A_name_that_means_another_file_somewhere_has_a_fault(string name) => Assert.NotNull(EntryNames.FindFault(name));

    [Theory]
    [InlineData("a.")]
    [InlineData("a /b")]
    [InlineData("ab:c")]
    public void A_name_that_some_system_changes_has_a_fault_of_its_own(string name)
    {
        Assert.Null(EntryNames.FindFault(name));
        Assert.NotNull(EntryNames.FindPortabilityFault(name));
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("a/b/c.js")]
    [InlineData("..a/b..c")]
    [InlineData("größe/日本.txt")]
    public void Other_names_have_none(string name)
    {
        Assert.Null(EntryNames.FindFault(name));
        Assert.Null(EntryNames.FindPortabilityFault(name));
    }

    [Theory]
    [InlineData("Index.html", "index.html")]
    [InlineData("caf\u00e9.js", "cafe\u0301.js")]
    [InlineData("a", "A/b")]
    public void Names_that_a_file_system_confuses_are_twins(string one, string other)
    {
        var twins = new NameCollisions();
        Assert.True(twins.Add(one));
        Assert.False(twins.Add(other));
        Assert.True(new NameCollisions().Add(other));
    }
}
