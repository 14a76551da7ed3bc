using Microsoft.AspNetCore.Http;
using Slipway.Formats.Names;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;

namespace Slipway.Server.Artifacts;

/// <summary>An upload of an artifact by a worker.</summary>
internal sealed record ArtifactUpload(string Kind, string Name, string Sha256, long? Size, Stream Content)
{
    private const int LongestKind = 32;
    private const int LongestName = 200;

    /// <summary>Reads an upload from a request.</summary>
    /// <exception cref="ProblemException">The name, the kind or the hash is malformed.</exception>
    public static ArtifactUpload Of(HttpRequest request, string kind, string name)
    {
        if (kind.Length > LongestKind || !kind.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            throw new ProblemException(ServiceProblems.Invalid.At("kind", $"A kind has 1 to {LongestKind} letters in lower case."));
        // An escaped slash arrives escaped, so it has to be refused here.
        if (name.Length > LongestName || name.AsSpan().ContainsAny('/', '%') || (EntryNames.FindFault(name) ?? EntryNames.FindPortabilityFault(name)) is not null)
            throw new ProblemException(ServiceProblems.Invalid.At("name", $"A name is the plain name of a file, of up to {LongestName} characters."));
        return new ArtifactUpload(kind, name, Sha256Text.Require(request.Headers["X-Sha256"].ToString(), "X-Sha256"), request.ContentLength, request.Body);
    }
}
