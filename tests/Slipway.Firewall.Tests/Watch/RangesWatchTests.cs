using Slipway.Firewall.Watch;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests.Watch;

public sealed class RangesWatchTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private readonly Clock _clock = new();

    private string List => _folder["ip-ranges.json"];

    private string Rules => _folder["rules"];

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Rules_follow_the_list_and_forget_what_left_it_after_a_week()
    {
        Publish("2020-01-01");
        var watch = Watch();
        Assert.NotNull(await watch.LookAsync(CancellationToken.None));
        Assert.Null(await watch.LookAsync(CancellationToken.None));
        Assert.Equal(Addresses("2020-01-01"), Allowed());
        Publish("2026-08-22");
        var diff = await watch.LookAsync(CancellationToken.None);
        Assert.NotEmpty(diff!.Added.Prefixes);
        Assert.Empty(diff.Removed.Prefixes);
        Assert.Equal(Both(), Allowed());
        Assert.Contains(" retiringPrefixes=", File.ReadAllText(Rules), StringComparison.Ordinal);
        // A new process remembers.
        watch = Watch();
        _clock.Now += TimeSpan.FromDays(6);
        await watch.LookAsync(CancellationToken.None);
        Assert.Equal(Both(), Allowed());
        _clock.Now += TimeSpan.FromDays(1);
        Assert.NotEmpty((await watch.LookAsync(CancellationToken.None))!.Removed.Prefixes);
        Assert.Equal(Addresses("2026-08-22"), Allowed());
    }

    [Fact]
    public async Task An_older_list_changes_nothing()
    {
        Publish("2026-08-22");
        var watch = Watch();
        await watch.LookAsync(CancellationToken.None);
        Publish("2020-01-01");
        Assert.Null(await watch.LookAsync(CancellationToken.None));
        Assert.Null(await Watch().LookAsync(CancellationToken.None));
        Assert.Equal(Addresses("2026-08-22"), Allowed());
    }

    [Fact]
    public async Task A_damaged_list_changes_nothing_and_is_told()
    {
        Publish("2026-08-22");
        var watch = Watch();
        await watch.LookAsync(CancellationToken.None);
        File.WriteAllText(List, "<html>");
        await Refused(FirewallProblems.RangesUnreadable, watch);
        Assert.Equal(Addresses("2026-08-22"), Allowed());
    }

    [Fact]
    public async Task Rules_that_cannot_be_applied_are_taken_back_and_tried_again()
    {
        // Copies what it is given, and fails where the file says so.
        var program = _folder.Add("apply", $"#!/bin/sh\ncp \"$1\" '{_folder["applied"]}'\n! grep -q syncToken=1787411825 \"$1\" || test -e '{_folder["well"]}'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Publish("2020-01-01");
        var watch = Watch(new RuleCommand([program], Limit));
        await watch.LookAsync(CancellationToken.None);
        var old = File.ReadAllText(Rules);
        Publish("2026-08-22");
        await Refused(FirewallProblems.NotApplied, watch);
        Assert.Equal(old, File.ReadAllText(Rules));
        Assert.Equal(old, File.ReadAllText(_folder["applied"]));
        File.WriteAllText(_folder["well"], "");
        Assert.NotNull(await watch.LookAsync(CancellationToken.None));
        Assert.Equal(Both(), Allowed());
        Assert.Equal(File.ReadAllText(Rules), File.ReadAllText(_folder["applied"]));
    }

    [Fact]
    public async Task The_first_rules_that_cannot_be_applied_leave_no_file()
    {
        Publish("2026-08-22");
        await Refused(FirewallProblems.NotApplied, Watch(new RuleCommand(["/bin/false"], Limit)));
        await Refused(FirewallProblems.NotApplied, Watch(new RuleCommand(["/no/such/program"], Limit)));
        await Refused(FirewallProblems.NotApplied, Watch(new RuleCommand(["/usr/bin/tail", "-f"], TimeSpan.FromMilliseconds(200))));
        Assert.Equal([List], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"syncToken":1,"published":["0.0.0.0/0"],"retiring":[]}""")]
    [InlineData("""{"syncToken":1,"published":["10.0.0.0/8"],"retiring":[]}""")]
    [InlineData("""{"syncToken":1,"published":[],"retiring":[{"prefix":"13.32.0.0/15","since":"yesterday"}]}""")]
    public async Task A_state_that_somebody_changed_is_refused(string state)
    {
        Publish("2026-08-22");
        File.WriteAllText(Rules + ".state", state);
        await Refused(FirewallProblems.StateUnreadable, Watch());
        Assert.False(File.Exists(Rules));
    }

    private static async Task Refused(ProblemKind kind, RangesWatch watch) =>
        Assert.Same(kind, Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => watch.LookAsync(CancellationToken.None))).Problems).Kind);

    private static IEnumerable<string> Addresses(string date) => RealRanges.Read(date).Select(RealRanges.All).Prefixes.Select(p => p.ToString());

    private static IEnumerable<string> Both() => PrefixSet.Of(
        RealRanges.Read("2020-01-01").Select(RealRanges.All).Prefixes.Concat(RealRanges.Newest.Select(RealRanges.All).Prefixes)).Prefixes.Select(p => p.ToString());

    private IEnumerable<string> Allowed() => File.ReadLines(Rules).Where(l => !l.StartsWith('#')).ToList();

    private void Publish(string date) => File.Copy(RealRanges.PathOf(date), List, overwrite: true);

    private RangesWatch Watch(RuleCommand? command = null) => new(
        new WatchPlan { Path = Rules, Target = RuleTargetsTests.Target("plain"), Filter = RealRanges.All, Complete = r => r, Keep = TimeSpan.FromDays(7), Command = command },
        new RangesSource(List, _client),
        _clock);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 8, 23, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
