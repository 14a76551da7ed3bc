using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Server.Requests;

namespace Slipway.Server.Tests.Requests;

public sealed class CountedJsonTests
{
    [Theory]
    [InlineData("""{"a":[1,2,3],"b":"x,[{"}""", 5, true)]
    [InlineData("""{"a":[1,2,3],"b":"x,[{"}""", 4, false)]
    [InlineData("""["\"[[[[[[[", "\\"]""", 2, true)]
    [InlineData("[[[[[[", 5, false)]
    public async Task Values_are_counted_and_texts_are_not_taken_for_them(string json, int most, bool passes)
    {
        await using var counted = new CountedJson(new MemoryStream(Encoding.UTF8.GetBytes(json)), most, 100);
        if (passes)
            await counted.CopyToAsync(Stream.Null, 1, TestContext.Current.CancellationToken);
        else
            Assert.Equal(ServiceProblems.BodyTooLarge, (await Assert.ThrowsAsync<ProblemException>(() => counted.CopyToAsync(Stream.Null, 1, TestContext.Current.CancellationToken))).Problems[0].Kind);
    }

    [Fact]
    public async Task A_text_may_be_only_so_long()
    {
        await using var counted = new CountedJson(new MemoryStream(Encoding.UTF8.GetBytes($"\"{new string('x', 200)}\"")), 10, 100);
        await Assert.ThrowsAsync<ProblemException>(() => counted.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"path":"a","sha256":"a","size":1},""")]
    [InlineData("[],")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_small_body_that_would_fill_the_memory_is_refused_while_it_is_read(string repeated)
    {
        await using var service = await TestService.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("""{"application":"a","platforms":["Android"],"revision":{"kind":"Folder","files":["""), TestContext.Current.CancellationToken);
            if (repeated[0] == 'x')
                await gzip.WriteAsync("{\"path\":\""u8.ToArray(), TestContext.Current.CancellationToken);
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, 1000)));
            for (var written = 0; written < 40_000_000; written += block.Length)
                await gzip.WriteAsync(block, TestContext.Current.CancellationToken);
        }

        Assert.True(packed.Length < 1_000_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = new ByteArrayContent(packed.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");
        using var answer = await service.Admin.SendAsync(request, TestContext.Current.CancellationToken);
        // A list of lists is no list of files, which is noticed first.
        var expected = repeated[0] == '[' ? HttpStatusCode.BadRequest : HttpStatusCode.RequestEntityTooLarge;
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_largest_list_of_files_passes()
    {
        var limits = new RevisionLimits();
        var files = Enumerable.Range(0, limits.MostFiles).Select(i => new { path = $"{i}", sha256 = new string('a', 64), size = 1 });
        var json = JsonSerializer.SerializeToUtf8Bytes(new { application = "a", platforms = new[] { "Android", "iOS" }, revision = new { kind = "Folder", files } });
        await using var counted = CountedJson.OfLaunch(new MemoryStream(json), limits);
        await counted.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
    }
}
