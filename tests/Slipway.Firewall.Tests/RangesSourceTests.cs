using System.Net;
using System.Net.Http.Headers;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests;

public sealed class RangesSourceTests
{
    [Fact]
    public async Task An_address_is_asked_only_for_what_is_new()
    {
        using var publisher = new Publisher();
        using var client = new HttpClient(publisher);
        var source = new RangesSource(RangesSource.Published, client);
        publisher.Publish("2025-07-01");
        Assert.Equal(1751396010, (await source.ReadAsync(CancellationToken.None)).SyncToken);
        Assert.Null(await source.ReadNewAsync(CancellationToken.None));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotModified], publisher.Answers);
        publisher.Publish("2026-08-22");
        Assert.Equal(1787411825, (await source.ReadNewAsync(CancellationToken.None))!.SyncToken);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotModified)]
    public async Task An_answer_without_a_list_is_a_problem_of_the_network(HttpStatusCode status)
    {
        using var publisher = new Publisher { Fixed = status };
        using var client = new HttpClient(publisher);
        var e = await Assert.ThrowsAsync<ProblemException>(() => new RangesSource(RangesSource.Published, client).ReadAsync(CancellationToken.None));
        Assert.Same(FirewallProblems.NotDownloaded, Assert.Single(e.Problems).Kind);
    }

    [Theory]
    [InlineData("no-such-file.json")]
    [InlineData("http://ip-ranges.amazonaws.com/ip-ranges.json")]
    public async Task What_is_neither_a_file_nor_encrypted_is_refused(string location)
    {
        using var client = new HttpClient(new Publisher());
        var e = await Assert.ThrowsAsync<ProblemException>(() => new RangesSource(location, client).ReadAsync(CancellationToken.None));
        Assert.Same(FirewallProblems.RangesUnreadable, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public async Task A_file_is_read_as_windows_saves_it()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient(new Publisher());
        var text = await File.ReadAllTextAsync(RealRanges.PathOf("2026-08-22"), TestContext.Current.CancellationToken);
        foreach (var encoding in new[] { new System.Text.UTF8Encoding(true), System.Text.Encoding.Unicode })
        {
            File.WriteAllText(folder["ip-ranges.json"], text, encoding);
            Assert.Equal(1787411825, (await new RangesSource(folder["ip-ranges.json"], client).ReadAsync(CancellationToken.None)).SyncToken);
        }
    }

    private sealed class Publisher : HttpMessageHandler
    {
        private string _date = "";

        public HttpStatusCode? Fixed { get; init; }

        public List<HttpStatusCode> Answers { get; } = [];

        public void Publish(string date) => _date = date;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var tag = new EntityTagHeaderValue($"\"{_date}\"");
            var status = Fixed ?? (request.Headers.IfNoneMatch.Contains(tag) ? HttpStatusCode.NotModified : HttpStatusCode.OK);
            Answers.Add(status);
            var response = new HttpResponseMessage(status);
            if (status == HttpStatusCode.OK)
            {
                response.Content = new ByteArrayContent(File.ReadAllBytes(RealRanges.PathOf(_date)));
                response.Headers.ETag = tag;
            }

            return Task.FromResult(response);
        }
    }
}
