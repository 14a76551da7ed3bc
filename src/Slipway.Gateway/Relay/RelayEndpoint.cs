using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Protocol.Problems;
using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway.Relay;

/// <summary>Handles one request: judges it, passes it on and logs it.</summary>
internal sealed class RelayEndpoint(RelayContext parts, IHttpForwarder forwarder)
{
    private readonly string _service = parts.Settings.Service.GetLeftPart(UriPartial.Authority);
    private readonly string _way = parts.Settings.Proxy?.Place ?? "direct";

    private readonly ForwarderRequestConfig _config = new()
    {
        ActivityTimeout = parts.Settings.IdleTime,
        Version = System.Net.HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
    };

    /// <summary>Answers a request above the limit.</summary>
    public Task RefuseAsync(HttpContext context, Problem problem) =>
        TellAsync(context, async request => await RelayAnswer.WriteAsync(context, request.Problem = problem, request.Id));

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context) => TellAsync(context, async request =>
    {
        request.Problem = parts.Rules.Refusal(context);
        request.Problem ??= await ProveAsync(context, request);
        if (request.Problem is null)
            await PassAsync(context, request);
        else
            await RelayAnswer.WriteAsync(context, request.Problem, request.Id);
    });

    private async Task TellAsync(HttpContext context, Func<RelayedRequest, Task> answer)
    {
        using var request = new RelayedRequest(context, parts.Time.GetUtcNow(), parts.Stopping);
        parts.Metrics.Begin();
        try
        {
            await answer(request);
            request.Status = context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode;
        }
        finally
        {
            parts.Metrics.End(request);
            parts.Log.Tell(request, _way);
        }
    }

    // Requests of workers are large, and do not say who launches.
    private async Task<Problem?> ProveAsync(HttpContext context, RelayedRequest request)
    {
        var path = RequestTarget.PathOf(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)!;
        request.IsProven = parts.Signer is not null && !RelayedRoutes.IsForWorkers(path);
        if (!request.IsProven)
            return null;
        try
        {
            request.Digest = await BodyDigest.OfAsync(context, path, request.End);
            return null;
        }
        catch (ProblemException e)
        {
            return e.Problems[0];
        }
        catch (BadHttpRequestException e)
        {
            return OfClient(e.StatusCode);
        }
    }

    private static Problem OfClient(int status) => status == StatusCodes.Status408RequestTimeout
        ? ServiceProblems.BodyTooSlow.At("body", "The body came too slowly.")
        : ServiceProblems.Malformed.At("body", "The body of the request cannot be read.");

    private async Task PassAsync(HttpContext context, RelayedRequest request)
    {
        request.Person = parts.Persons.Of(context);
        // The service supports no upgrades.
        context.Request.Headers.Remove("Upgrade");
        context.Request.Body = new ByteCountingStream(context.Request.Body, count => request.Up += count);
        context.Response.Body = new ByteCountingStream(context.Response.Body, count => request.Down += count);
        var error = await forwarder.SendAsync(context, _service, parts.Service, _config,
            new OutgoingRequest(request, parts.Via, request.IsProven ? parts.Signer : null), request.End);
        // When the service's answer breaks off, the client's is aborted as well, which looks as if the client had left.
        if (error == ForwarderError.None || (context.RequestAborted.IsCancellationRequested && error != ForwarderError.ResponseBodyDestination))
            return;
        var failure = context.GetForwarderErrorFeature()?.Exception;
        request.Problem = IsOfClient(error)
            ? OfClient(context.Response.StatusCode)
            : RelayFaults.Describe(failure, parts.Settings, parts.Witness);
        if (!context.Response.HasStarted)
            await RelayAnswer.WriteAsync(context, request.Problem, request.Id);
    }

    private static bool IsOfClient(ForwarderError error) =>
        error is ForwarderError.RequestBodyClient or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyClient;
}
