namespace Slipway.Formats.Tests.Fuzz;

public sealed class FuzzHarnessTests
{
    [Fact]
    public void A_reader_that_indexes_without_a_check_is_caught() =>
        Assert.Contains(nameof(IndexOutOfRangeException), FuzzHarness.Run(BrokenReaders.Indexes, 1000, 1).Failure!.What, StringComparison.Ordinal);

    [Fact]
    public void A_reader_that_trusts_a_length_is_caught() =>
        Assert.StartsWith("allocates", FuzzHarness.Run(BrokenReaders.Allocates, 1000, 1).Failure!.What, StringComparison.Ordinal);

    [Fact]
    public void A_reader_that_refuses_as_documented_passes() =>
        Assert.Null(FuzzHarness.Run(BrokenReaders.Sound, 1000, 1).Failure);

    [Fact]
    public void The_input_of_a_failure_can_be_made_again()
    {
        var failure = FuzzHarness.Run(BrokenReaders.Indexes, 1000, 7).Failure!;
        Assert.Equal(failure.Input, FuzzHarness.Input(BrokenReaders.Indexes, BrokenReaders.Indexes.Seeds(), 7, failure.Number));
    }

    [Fact]
    public void Seeds_lead_to_different_inputs()
    {
        var seeds = BrokenReaders.Sound.Seeds();
        var inputs = Enumerable.Range(0, 200).Select(i => Convert.ToHexString(FuzzHarness.Input(BrokenReaders.Sound, seeds, 1, i))).ToHashSet();
        Assert.True(inputs.Count > 100, $"only {inputs.Count} of 200 inputs differ");
    }
}
