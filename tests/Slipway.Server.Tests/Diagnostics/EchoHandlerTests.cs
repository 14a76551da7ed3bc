using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Slipway.Protocol.Diagnostics;

namespace Slipway.Server.Tests.Diagnostics;

public sealed class EchoHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", 0)]
    [InlineData("POST", 5)]
    [InlineData("PUT", EchoAnswer.LargestBody)]
    [InlineData("PATCH", 0)]
    [InlineData("DELETE", 9)]
    public async Task What_arrived_comes_back_signed(string method, int length)
    {
        await using var service = await TestService.StartAsync();
        var body = RandomNumberGenerator.GetBytes(length);
        using var answer = await SendAsync(service, method, "nonce-1", body);
        var echo = (await answer.Content.ReadFromJsonAsync(DiagnosticJson.Default.EchoAnswer, Cancellation))!;
        Assert.Equal(("nonce-1", method, (long)length, Convert.ToHexStringLower(SHA256.HashData(body))), (echo.Nonce, echo.Method, echo.BodyLength, echo.BodySha256));
        Assert.Equal("doctor/1", echo.UserAgent);
        Assert.Equal("127.0.0.1", echo.Address);
        Assert.Equal(new Dictionary<string, string> { ["Slipway-Test-One"] = "1" }, echo.Headers);
        var statement = EchoStatement.Read(Assert.Single(answer.Headers.GetValues(EchoAnswer.SignatureHeader)), null);
        Assert.Equal(new EchoStatement("nonce-1", method, echo.BodySha256, echo.Time), statement);
    }

    [Fact]
    public async Task More_than_it_takes_is_refused_and_so_is_a_nonce_that_is_none()
    {
        await using var service = await TestService.StartAsync();
        using var large = await SendAsync(service, "POST", "n", new byte[EchoAnswer.LargestBody + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var odd = await SendAsync(service, "GET", "a%0Ab", []);
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
        using var longer = await SendAsync(service, "GET", new string('a', EchoAnswer.LongestNonce + 1), []);
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestService service, string method, string nonce, byte[] body)
    {
        using var client = service.Client(null);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{EchoAnswer.Path}?nonce={nonce}");
        if (body.Length > 0)
            request.Content = new ByteArrayContent(body);
        request.Headers.Add("Slipway-Test-One", "1");
        request.Headers.Add("X-Other", "2");
        request.Headers.UserAgent.ParseAdd("doctor/1");
        return await client.SendAsync(request, Cancellation);
    }
}
