using Slipway.Server.Install;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Install;

public sealed class InstallTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Artifact = Guid.Parse("0197a3c0-0000-7000-8000-000000000001");

    private static readonly Guid Origin = Guid.Parse("0197a3c0-0000-7000-8000-000000000002");

    private readonly string _first = KeyRing.NewLine();

    [Fact]
    public void A_token_opens_until_it_expires()
    {
        var tokens = new InstallToken(KeyRing.Parse(_first, "test"));
        var text = tokens.Create(Artifact, Origin, Now.AddHours(1));
        Assert.Equal((Artifact, Origin, Now.AddHours(1)), tokens.Open(text, Now));
        Assert.NotNull(tokens.Open(text, Now.AddHours(1).AddSeconds(-1)));
        Assert.Null(tokens.Open(text, Now.AddHours(1)));
    }

    [Fact]
    public void A_token_with_any_character_changed_opens_nothing()
    {
        var tokens = new InstallToken(KeyRing.Parse(_first, "test"));
        var text = tokens.Create(Artifact, Origin, Now.AddHours(1));
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var other in new[] { 'A', 'B', '_', '=', '%', 'é' }.Where(c => c != text[i]))
                Assert.Null(tokens.Open(text[..i] + other + text[(i + 1)..], Now));
        }

        Assert.Null(tokens.Open(text + "A", Now));
        Assert.Null(tokens.Open(text[..^1], Now));
        Assert.Null(tokens.Open("", Now));
    }

    [Fact]
    public void A_token_outlives_a_new_key_but_not_the_loss_of_its_own()
    {
        var second = KeyRing.NewLine();
        var text = new InstallToken(KeyRing.Parse(_first, "test")).Create(Artifact, Origin, Now.AddHours(1));
        Assert.NotNull(new InstallToken(KeyRing.Parse($"{second}\n{_first}", "test")).Open(text, Now));
        Assert.Null(new InstallToken(KeyRing.Parse(second, "test")).Open(text, Now));
    }
}
