namespace Slipway.Firewall.Renderers;

/// <summary>
/// Computes the maximum of entries of a prefix list. The maximum counts against the limit of every security group that names the list, so the reserve is
/// small.
/// </summary>
internal static class PrefixListSize
{
    private const int Step = 20;
    private const int Most = Targets.CloudTargets.PrefixListEntries;

    /// <summary>The next multiple of twenty that leaves room for ten more.</summary>
    public static int For(int entries) => Math.Min(Most, Math.Max(entries, (entries + (Step / 2) + Step - 1) / Step * Step));
}
