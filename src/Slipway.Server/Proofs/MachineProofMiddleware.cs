using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;

namespace Slipway.Server.Proofs;

/// <summary>
/// Adds to the caller the machine, the channel and the person of a request. A machine's statement about the person is trusted if
/// its proof is valid.
/// </summary>
internal sealed class MachineProofMiddleware(RequestDelegate next, ProofVerifier check)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            var demand = endpoint.Metadata.GetMetadata<ProofRequirement>();
            var server = await check.FindAsync(context, once: demand is not null);
            if (server is null && demand is { IsNeeded: true })
                throw new ProblemException(EnvironmentProblems.ProofMissing.At(RequestProof.SignatureHeader, "The request is not signed by a server."));
            var caller = context.Features.Get<Caller>();
            if (server is not null && caller is { OrganisationId: { } organisation } && organisation != server.OrganisationId)
                throw ProofVerifier.Invalid("The server and the token belong to different organisations.");
            if (caller is null && demand is { IsNeeded: true })
                caller = Caller.Service(server!.OrganisationId) with { Address = context.Connection.RemoteIpAddress?.ToString() ?? "" };
            if (caller is not null)
                context.Features.Set(caller with { Through = server, Channel = Channel(context), Person = server is null ? null : Person(context) });
        }

        await next(context);
    }

    private static string? Channel(HttpContext context)
    {
        var text = context.Request.Headers[LaunchHeaders.Channel].ToString();
        if (text.Length == 0)
            return null;
        return LaunchHeaders.Channels.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new ProblemException(ServiceProblems.Invalid.At(LaunchHeaders.Channel, $"The channels are {string.Join(", ", LaunchHeaders.Channels)}."));
    }

    private static string? Person(HttpContext context)
    {
        var text = context.Request.Headers[LaunchHeaders.Person].ToString();
        if (text.Length == 0)
            return null;
        return LaunchHeaders.DecodePerson(text) ?? throw new ProblemException(ServiceProblems.Invalid.At(LaunchHeaders.Person, $"A person has a name of 1 to {LaunchHeaders.LongestPerson} characters."));
    }
}
