namespace Slipway.Diagnosis.Tests;

public sealed class ReportRedactorTests
{
    [Theory]
    [InlineData("the password is p@ss:word", "the password is ***")]
    [InlineData("http://u:p%40ss%3Aword@proxy", "http://u:***@proxy")]
    [InlineData("Basic cEBzczp3b3Jk", "Basic ***")]
    [InlineData("nothing of it", "nothing of it")]
    public void A_secret_is_masked_in_every_form_that_it_travels_in(string text, string expected)
    {
        var redactor = new ReportRedactor();
        redactor.Add("p@ss:word");
        Assert.Equal(expected, redactor.Clean(text));
    }

    [Fact]
    public void A_secret_that_holds_another_leaves_nothing_of_itself()
    {
        var redactor = new ReportRedactor();
        redactor.Add("word");
        redactor.Add("word-and-more");
        Assert.Equal("***", redactor.Clean("word-and-more"));
    }

    [Theory]
    [InlineData("http://user:secret@host:8080/path?query=secret", "http://host:8080")]
    [InlineData("https://host/", "https://host")]
    public void An_address_is_shown_without_what_may_be_secret(string address, string expected) => Assert.Equal(expected, ReportRedactor.Plain(new Uri(address)));
}
