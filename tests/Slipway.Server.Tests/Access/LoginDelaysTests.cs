using Slipway.Server.Access;

namespace Slipway.Server.Tests.Access;

public sealed class LoginDelaysTests
{
    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(12, 128)]
    [InlineData(14, 300)]
    [InlineData(1_000_000, 300)]
    public void Each_wrong_password_doubles_the_delay_up_to_five_minutes(long failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), LoginDelays.OfPair(failures, failures, isKnown: true));

    [Fact]
    public void An_account_under_attack_allows_strange_networks_one_try_and_known_ones_as_many_as_ever()
    {
        Assert.Equal(TimeSpan.Zero, LoginDelays.OfPair(0, 1_000_000, isKnown: false));
        Assert.Equal(TimeSpan.FromSeconds(1), LoginDelays.OfPair(1, 1_000_000, isKnown: false));
        Assert.Equal(TimeSpan.Zero, LoginDelays.OfPair(4, 1_000_000, isKnown: true));
    }

    [Theory]
    [InlineData(49, 0)]
    [InlineData(50, 1)]
    [InlineData(55, 2)]
    [InlineData(1_000_000, 60)]
    public void A_network_that_tries_many_accounts_waits_longer_up_to_a_minute(long failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), LoginDelays.OfNetwork(failures));
}
