using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Diagnostics;

namespace Slipway.Server.Tests.Diagnostics;

public sealed class DiagnosticStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0, "event: first|data: {\"seconds\":0,\"interval\":0}||event: last|data: {\"signs\":0}||")]
    [InlineData(2, 1, "event: first|data: {\"seconds\":2,\"interval\":1}||: ping||event: last|data: {\"signs\":1}||")]
    public async Task It_begins_at_once_and_gives_signs_of_life(int seconds, int interval, string expected)
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        Assert.Equal(expected.Replace('|', '\n'), await anybody.GetStringAsync($"{DiagnosticTransferLimits.StreamPath}?seconds={seconds}&interval={interval}", Cancellation));
    }

    [Fact]
    public async Task Long_ones_are_for_those_with_a_token()
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        var path = $"{DiagnosticTransferLimits.StreamPath}?seconds={DiagnosticTransferLimits.OpenSeconds + 1}&interval=0";
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.GetAsync(path, Cancellation)).StatusCode);
        using var begun = await service.Admin.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
    }

    [Fact]
    public async Task An_address_has_a_few_at_a_time_and_gets_a_place_back_when_one_hangs_up()
    {
        await using var service = await TestService.StartAsync();
        using var handler = new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero };
        using var anybody = new HttpClient(handler) { BaseAddress = service.Address };
        var path = $"{DiagnosticTransferLimits.StreamPath}?seconds=60&interval=1";
        var open = new List<HttpResponseMessage>();
        for (var i = 0; i < DiagnosticTransferLimits.StreamsAtOnce; i++)
            open.Add(await anybody.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancellation));
        Assert.All(open, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await anybody.GetAsync(path, Cancellation)).StatusCode);
        open.ForEach(answer => answer.Dispose());
        var places = service.App.Services.GetRequiredService<StreamPlaces>();
        while (!HasPlace(places))
            await Task.Yield();
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync($"{DiagnosticTransferLimits.StreamPath}?seconds=0&interval=0", Cancellation)).StatusCode);
    }

    // Asks the places themselves: whoever asks the service over and over is limited for that.
    private static bool HasPlace(StreamPlaces places)
    {
        try
        {
            places.Take(IPAddress.Loopback).Dispose();
            return true;
        }
        catch (ProblemException)
        {
            return false;
        }
    }
}
