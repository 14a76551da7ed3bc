namespace Slipway.Gateway.Firewall;

/// <summary>What the addresses in a rule file were made from; written into every file, so that its age can be told.</summary>
/// <param name="SyncToken">The version of the list.</param>
/// <param name="CreateDate">Its date.</param>
/// <param name="Filter">Which lines of it were taken.</param>
/// <param name="Fit">To how many prefixes of each family they were merged; null when exactly the addresses are allowed.</param>
/// <param name="Extra">How many addresses are allowed that were not asked for.</param>
/// <param name="Retiring">How many prefixes are still allowed that have left the list.</param>
public sealed record RuleSource(long SyncToken, string CreateDate, RangeFilter Filter, int? Fit, string Extra, int Retiring = 0)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"ip-ranges.json syncToken={SyncToken} createDate={CreateDate} {Filter}" + (Fit is { } fit ? $" fit={fit} extraAddresses={Extra}" : "") + (Retiring > 0 ? $" retiringPrefixes={Retiring}" : "");
}
