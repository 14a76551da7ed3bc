using System.Text;
using CsCheck;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests;

public sealed class IpRangesReaderTests
{
    private const string Entry = """{"ip_prefix":"13.32.0.0/15","region":"GLOBAL","service":"CLOUDFRONT"}""";

    [Fact]
    public void Old_lists_without_border_groups_and_new_keys_are_read()
    {
        var ranges = Read(Document(Entry, """{"ipv6_prefix":"2600:9000::/28","region":"GLOBAL","service":"CLOUDFRONT","new":{"x":1}}"""));
        Assert.Equal((1787411825, "2026-08-22-15-17-05"), (ranges.SyncToken, ranges.CreateDate));
        Assert.Equal(["13.32.0.0/15", "2600:9000::/28"], ranges.Prefixes.Select(p => p.Prefix.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html>log in</html>")]
    [InlineData("""{"syncToken":"1\nx","createDate":"2026-08-22-15-17-05","prefixes":[],"ipv6_prefixes":[]}""")]
    [InlineData("""{"syncToken":1,"createDate":"2026-08-22-15-17-05","prefixes":[],"ipv6_prefixes":[]}""")]
    [InlineData("""{"syncToken":"1","createDate":"2026-08-22-15-17-05\n","prefixes":[],"ipv6_prefixes":[]}""")]
    [InlineData("""{"syncToken":"1","createDate":"2026-08-22-15-17-05","prefixes":{},"ipv6_prefixes":[]}""")]
    [InlineData("""{"syncToken":"1","createDate":"2026-08-22-15-17-05","prefixes":[]}""")]
    [InlineData("""{"syncToken":"1","createDate":"2026-08-22-15-17-05","prefixes":[[[[[[[[[]]]]]]]]],"ipv6_prefixes":[]}""")]
    public void What_is_no_list_is_refused(string text) => Refused(FirewallProblems.RangesUnreadable, text);

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"ip_prefix":"13.32.0.1/15","region":"GLOBAL","service":"CLOUDFRONT"}""")]
    [InlineData("""{"ip_prefix":"2600:9000::/28","region":"GLOBAL","service":"CLOUDFRONT"}""")]
    [InlineData("""{"ip_prefix":"13.32.0.0/15","region":"GLOBAL"}""")]
    [InlineData("""{"ip_prefix":"13.32.0.0/15","region":"GLOBAL","service":"CLOUD\nFRONT"}""")]
    [InlineData("""{"ip_prefix":"13.32.0.0/15","region":"a; reboot","service":"CLOUDFRONT"}""")]
    public void A_line_that_is_not_as_published_is_refused(string entry) => Refused(FirewallProblems.RangesUnreadable, Document(entry, ""));

    [Fact]
    public void A_list_that_is_too_large_is_refused() =>
        Refused(FirewallProblems.RangesUnreadable, new string(' ', IpRangesReader.MaxBytes) + Document(Entry, ""));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("12.0.0.0/7")]
    [InlineData("10.1.0.0/16")]
    [InlineData("127.0.0.0/24")]
    [InlineData("169.254.169.254/32")]
    [InlineData("172.0.0.0/8")]
    [InlineData("100.0.0.0/8")]
    [InlineData("192.0.0.0/16")]
    public void Addresses_that_no_public_service_has_are_refused(string prefix)
    {
        var ranges = Read(Document(Entry + "," + Entry.Replace("13.32.0.0/15", prefix, StringComparison.Ordinal), ""));
        Assert.Same(FirewallProblems.ImplausibleRange, Assert.Single(Assert.Throws<ProblemException>(() => ranges.Select(RealRanges.All)).Problems).Kind);
    }

    [Theory]
    [InlineData("::/0")]
    [InlineData("2000::/3")]
    [InlineData("fc00::/18")]
    [InlineData("2001:d00::/24")]
    [InlineData("::ffff:0:0/96")]
    public void Ipv6_addresses_that_no_public_service_has_are_refused(string prefix)
    {
        var ranges = Read(Document("", $$"""{"ipv6_prefix":"{{prefix}}","region":"GLOBAL","service":"CLOUDFRONT"}"""));
        Assert.Same(FirewallProblems.ImplausibleRange, Assert.Single(Assert.Throws<ProblemException>(() => ranges.Select(RealRanges.All)).Problems).Kind);
    }

    [Theory]
    [InlineData("CLOUDFRONT", "eu-nowhere-1")]
    [InlineData("cloudfront", null)]
    public void A_filter_that_nothing_fits_is_a_problem(string service, string? region)
    {
        var e = Assert.Throws<ProblemException>(() => RealRanges.Newest.Select(new RangeFilter(service, region)));
        Assert.Same(FirewallProblems.NothingSelected, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void Damaged_lists_are_refused_or_read_and_nothing_else_happens()
    {
        var sound = Encoding.UTF8.GetBytes(Document(Entry, ""));
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var bytes = (byte[])sound.Clone();
            foreach (var (index, value) in changes)
                bytes[index] = value;
            try
            {
                IpRangesReader.Read(bytes, "damaged");
            }
            catch (ProblemException e)
            {
                Assert.NotEmpty(e.Problems);
            }
        }, iter: 5000);
    }

    private static string Document(string ipv4, string ipv6) =>
        $$"""{"syncToken":"1787411825","createDate":"2026-08-22-15-17-05","prefixes":[{{ipv4}}],"ipv6_prefixes":[{{ipv6}}]}""";

    private static PublishedRanges Read(string text) => IpRangesReader.Read(Encoding.UTF8.GetBytes(text), "test");

    private static void Refused(ProblemKind kind, string text) =>
        Assert.Same(kind, Assert.Single(Assert.Throws<ProblemException>(() => Read(text)).Problems).Kind);
}
