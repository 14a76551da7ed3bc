using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Versions;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Tests.Contract.Versions;

public sealed class BuilderVersionsTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Theory]
    [InlineData(BuilderStage.Released, null, null, NativeBuilderVersionState.Active)]
    [InlineData(BuilderStage.Beta, null, null, NativeBuilderVersionState.Beta)]
    [InlineData(BuilderStage.Canary, null, null, NativeBuilderVersionState.Canary)]
    [InlineData(BuilderStage.Released, 0, 60, NativeBuilderVersionState.Active)]
    [InlineData(BuilderStage.Released, -1, 60, NativeBuilderVersionState.Deprecated)]
    [InlineData(BuilderStage.Released, -60, 0, NativeBuilderVersionState.Deprecated)]
    [InlineData(BuilderStage.Released, -60, -1, NativeBuilderVersionState.Obsolete)]
    [InlineData(BuilderStage.Beta, null, -1, NativeBuilderVersionState.Obsolete)]
    internal void A_version_ages_with_the_days(BuilderStage stage, int? daysOfSupport, int? daysOfLife, NativeBuilderVersionState state)
    {
        var version = new BuilderVersion("1.0", stage, Day(daysOfSupport), Day(daysOfLife));
        Assert.Equal(state, new BuilderVersions([version], new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))).StateOf(version));
    }

    [Fact]
    public void The_newest_is_the_first_that_is_for_everybody()
    {
        var catalogue = new BuilderVersions(
            [new("3.0", BuilderStage.Beta, null, null), new("2.0", BuilderStage.Released, null, null), new("1.0", BuilderStage.Released, null, null)], new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("2.0", catalogue.Newest.Name);
        Assert.Equal("1.0", catalogue.Find("1.0")?.Name);
        Assert.Null(catalogue.Find("4.0"));
    }

    [Fact]
    public void The_version_that_this_program_is_builds() =>
        Assert.Same(BuilderVersion.Current, new BuilderVersions(BuilderVersion.All, TimeProvider.System).Newest);

    private static DateOnly? Day(int? days) => days is { } d ? Today.AddDays(d) : null;
}
