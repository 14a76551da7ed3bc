using System.Globalization;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>
/// Every reader survives hostile inputs. <c>SLIPWAY_FUZZ_INPUTS</c>, <c>SLIPWAY_FUZZ_SEED</c> and <c>SLIPWAY_FUZZ_READER</c>
/// (set by <c>fuzz/run</c>) ask for more, other or only some of them.
/// </summary>
public sealed class FuzzTests
{
    private const int DefaultInputs = 16_000;

    public static TheoryData<string> Readers => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_reader_survives_hostile_inputs(string reader)
    {
        if (Setting("READER") is { } only && only != reader)
            return;

        var target = FuzzTargets.All.Single(target => target.Name == reader);
        var inputs = Setting("INPUTS") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : (int)(DefaultInputs * target.Share);
        var seed = Setting("SEED") is { } number ? ulong.Parse(number, CultureInfo.InvariantCulture) : 1;
        var report = FuzzHarness.Run(target, inputs, seed);
        if (Setting("INPUTS") is not null)
            Console.WriteLine($"{reader}: {inputs} inputs, {report.Accepted} accepted");

        Assert.True(report.Failure is null, $"seed {seed}: {report.Failure}");
        Assert.True(report.Accepted >= inputs * target.LeastAccepted, $"only {report.Accepted} of {inputs} inputs were accepted: mutations do not reach the depth of the reader");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_reader_accepts_the_sound_seeds(string reader)
    {
        var target = FuzzTargets.All.Single(target => target.Name == reader);
        Assert.All(target.Seeds(), seed => target.Read((byte[])seed.Clone()));
    }

    [Fact]
    public void Inputs_that_once_broke_a_reader_do_so_no_more() => Assert.All(FuzzRegressions.All, regression =>
        Assert.Null(FuzzHarness.Try(FuzzTargets.All.Single(target => target.Name == regression.Reader), Convert.FromBase64String(regression.Base64))));

    private static string? Setting(string name) => Environment.GetEnvironmentVariable("SLIPWAY_FUZZ_" + name) is { Length: > 0 } value ? value : null;
}
