using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Slipway.Protocol.Diagnostics;

namespace Slipway.Server.Tests.Diagnostics;

public sealed class DiagnosticTransferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_counted_and_hashed_to_the_limit_of_who_sends_it()
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        var body = RandomNumberGenerator.GetBytes((int)DiagnosticTransferLimits.OpenBytes);
        using var fits = await anybody.PostAsync(UploadAnswer.Path, new ByteArrayContent(body), Cancellation);
        Assert.Equal(new UploadAnswer(body.Length, Convert.ToHexStringLower(SHA256.HashData(body))), await fits.Content.ReadFromJsonAsync(DiagnosticJson.Default.UploadAnswer, Cancellation));
        byte[] more = [.. body, 1];
        using var over = await anybody.PostAsync(UploadAnswer.Path, new ByteArrayContent(more), Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, over.StatusCode);
        using var known = await service.Admin.PostAsync(UploadAnswer.Path, new ByteArrayContent(more), Cancellation);
        Assert.Equal(more.Length, (await known.Content.ReadFromJsonAsync(DiagnosticJson.Default.UploadAnswer, Cancellation))!.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_537)]
    [InlineData(DiagnosticTransferLimits.OpenBytes)]
    public async Task A_download_is_the_bytes_that_can_be_made_again(long length)
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        using var answer = await anybody.GetAsync($"{DiagnosticTransferLimits.DownloadPath}?bytes={length}", Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(length, bytes.Length);
        Assert.Equal(IncompressibleBytes.Sha256(length), SHA256.HashData(bytes));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", Assert.Single(answer.Headers.GetValues("Repr-Digest")));
    }

    [Fact]
    public async Task A_download_is_limited_too_and_a_token_that_is_not_valid_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        var over = $"{DiagnosticTransferLimits.DownloadPath}?bytes={DiagnosticTransferLimits.OpenBytes + 1}";
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.GetAsync(over, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Admin.GetAsync(over, Cancellation)).StatusCode);
        using var wrong = service.Client("slw_none");
        Assert.Equal(HttpStatusCode.Unauthorized, (await wrong.GetAsync(over, Cancellation)).StatusCode);
    }
}
