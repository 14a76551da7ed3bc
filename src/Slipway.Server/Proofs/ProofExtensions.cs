using Microsoft.AspNetCore.Builder;

namespace Slipway.Server.Proofs;

/// <summary>How routes say what proof of a server they want.</summary>
internal static class ProofExtensions
{
    /// <summary>A proof that comes with a request is valid for that request only.</summary>
    public static TBuilder SpendsProof<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ProofRequirement(IsNeeded: false));

    /// <summary>A proof need not cover the body: the address has its hash, or nothing comes of it.</summary>
    public static TBuilder NamesContent<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new BodyHashInPath());

    /// <summary>Opens a route to servers that prove themselves, each proof being valid once.</summary>
    public static TBuilder NeedsProof<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ProofRequirement(IsNeeded: true));
}

/// <summary>Metadata of a route: its requirements for the proof of a machine. A proof in a request is always checked.</summary>
/// <param name="IsNeeded">Whether requests without a proof are refused.</param>
internal sealed record ProofRequirement(bool IsNeeded);

/// <summary>Metadata of a route whose body need not be covered by the proof: the address contains its hash, or the body is discarded.</summary>
internal sealed record BodyHashInPath;
