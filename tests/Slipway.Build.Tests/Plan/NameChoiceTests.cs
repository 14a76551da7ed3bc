using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Plan;

public sealed class NameChoiceTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("word ", 24)).Trim();

    [Fact]
    public void A_name_that_is_too_long_gives_way_to_the_short_one_of_the_manifest()
    {
        using var app = Manifest($$"""{"name":"{{Long}}","short_name":"Words"}""");
        var plan = Expect.Plan(app);
        Assert.Equal("Words", plan.Name);
        Assert.Contains("119 characters", Assert.Single(plan.Notices, n => n.Kind == AppProblems.NameShortened).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_too_long_gives_way_to_the_short_one_of_the_widget()
    {
        using var app = TemporaryApp.Cordova($"""<widget id="com.example.words" version="1.0.0"><name short="Words">{Long}</name></widget>""");
        Assert.Equal("Words", Expect.Plan(app).Name);
    }

    [Fact]
    public void Without_a_short_name_the_beginning_is_taken_up_to_a_word()
    {
        using var app = Manifest($$"""{"name":"{{Long}}"}""");
        var name = Expect.Plan(app).Name;
        Assert.Equal(Long[..99] + "…", name);
    }

    [Fact]
    public void No_letter_is_cut()
    {
        using var app = Manifest($$"""{"name":"a{{string.Concat(Enumerable.Repeat("😀", 60))}}"}""");
        var name = Expect.Plan(app).Name;
        Assert.Equal(50 + 1, new System.Globalization.StringInfo(name).LengthInTextElements);
        Assert.DoesNotContain('\ufffd', name);
    }

    [Fact]
    public void An_option_that_is_too_long_is_refused()
    {
        using var app = Manifest("""{"name":"Words"}""");
        Assert.Equal([AppProblems.NameInvalid.Code], Expect.Errors(app, request => request with { Options = new() { Name = Long } }));
    }

    private static TemporaryApp Manifest(string json) => new(("index.html", ""), ("manifest.webmanifest", json));
}
