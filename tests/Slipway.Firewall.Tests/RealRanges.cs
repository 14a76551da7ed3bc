namespace Slipway.Firewall.Tests;

/// <summary>Three versions of Amazon's list, reduced to all prefixes of CLOUDFRONT and some of S3.</summary>
internal static class RealRanges
{
    public static RangeFilter All { get; } = new("CLOUDFRONT", null);

    public static RangeFilter Global { get; } = new("CLOUDFRONT", "GLOBAL");

    public static PublishedRanges Newest => Read("2026-08-22");

    public static RuleSet Rules => RuleSets.ByAddress(Newest, All, fit: null, maxExtra: 0);

    public static RuleSet Names => RuleSets.ByDomain(["builder.example.com", "cdn.builder.example.com"]);

    public static string PathOf(string date) => Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", date + ".json");

    public static PublishedRanges Read(string date) => IpRangesReader.Read(File.ReadAllBytes(PathOf(date)), date);
}
