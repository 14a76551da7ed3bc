using CsCheck;
using Slipway.Firewall.Watch;

namespace Slipway.Firewall.Tests.Watch;

public sealed class WatchStateTests
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(7);
    private static readonly DateTimeOffset Start = new(2026, 8, 22, 15, 17, 5, TimeSpan.Zero);

    [Fact]
    public void What_came_is_allowed_at_once_and_what_went_until_its_time_is_over()
    {
        var state = Of("13.32.0.0/15").Next(2, Set("18.64.0.0/14"), Start, Keep);
        Assert.Equal(["13.32.0.0/15", "18.64.0.0/14"], Texts(state));
        Assert.Equal(["13.32.0.0/15", "18.64.0.0/14"], Texts(state.Next(2, Set("18.64.0.0/14"), Start + Keep - TimeSpan.FromTicks(1), Keep)));
        Assert.Equal(["18.64.0.0/14"], Texts(state.Next(2, Set("18.64.0.0/14"), Start + Keep, Keep)));
    }

    [Fact]
    public void The_part_that_comes_back_does_not_retire()
    {
        var state = Of("13.32.0.0/15").Next(2, Set("18.64.0.0/14"), Start, Keep).Next(3, Set("18.64.0.0/14", "13.32.0.0/16"), Start.AddDays(1), Keep);
        Assert.Equal(["13.33.0.0/16"], state.Retiring.Select(r => r.Prefix.ToString()));
        Assert.Equal(["13.32.0.0/16", "18.64.0.0/14"], Texts(state.Next(3, Set("18.64.0.0/14", "13.32.0.0/16"), Start + Keep, Keep)));
    }

    [Fact]
    public void Without_a_delay_only_what_is_published_is_allowed() => Gen.Select(RandomPrefixes.Any, RandomPrefixes.Any).Sample((before, after) =>
        Assert.Equal(PrefixSet.Of(after).Prefixes, new WatchState(1, PrefixSet.Of(before), []).Next(2, PrefixSet.Of(after), Start, TimeSpan.Zero).Allowed.Prefixes), iter: 200);

    [Fact]
    public void Within_the_delay_nothing_is_lost() => RandomPrefixes.Any.Array[1, 5].Sample(versions =>
    {
        var state = versions.Aggregate(new WatchState(0, PrefixSet.Of([]), []), (s, v) => s.Next(1, PrefixSet.Of(v), Start, Keep));
        Assert.Equal(PrefixSet.Of(versions.SelectMany(v => v)).Prefixes, state.Allowed.Prefixes);
    }, iter: 200);

    private static WatchState Of(string prefix) => new(1, Set(prefix), []);

    private static PrefixSet Set(params string[] prefixes) => PrefixSet.Of(prefixes.Select(PrefixSetTests.Parse));

    private static IEnumerable<string> Texts(WatchState state) => state.Allowed.Prefixes.Select(p => p.ToString());
}
