namespace Slipway.Gateway.Firewall;

/// <summary>The source of the addresses in a rule file. It is written into every file, so that the age of the rules can be determined.</summary>
/// <param name="SyncToken">The version of the list.</param>
/// <param name="CreateDate">Its date.</param>
/// <param name="Filter">The selected entries.</param>
/// <param name="Fit">The number of prefixes of each family to which they were merged; null when exactly the addresses are allowed.</param>
/// <param name="Extra">The number of addresses that merging allows in addition.</param>
/// <param name="Retiring">The number of prefixes that have left the list and are still allowed.</param>
public sealed record RuleSource(long SyncToken, string CreateDate, RangeFilter Filter, int? Fit, string Extra, int Retiring = 0)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"ip-ranges.json syncToken={SyncToken} createDate={CreateDate} {Filter}" + (Fit is { } fit ? $" fit={fit} extraAddresses={Extra}" : "")
            + (Retiring > 0 ? $" retiringPrefixes={Retiring}" : "");
}
