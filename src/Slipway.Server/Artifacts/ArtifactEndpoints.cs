using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Requests;
using Slipway.Server.Workers;

namespace Slipway.Server.Artifacts;

/// <summary>Sends blobs to workers, receives artifacts from workers, and serves artifacts to everybody who has a signed address.</summary>
internal static class ArtifactEndpoints
{
    private const int LargestList = 8 << 20;
    private const string Lease = "/api/v1/leases/{build:guid}/{attempt:int}";

    public static void MapArtifacts(this IEndpointRouteBuilder routes)
    {
        var limits = routes.ServiceProvider.GetRequiredService<ServerOptions>().Contents;
        routes.MapPost(Lease + "/blobs", FetchAsync).Needs(Scope.Worker).BodyLimit(LargestList).WithSummary("Sends blobs of the app as one pack.");
        routes.MapPut(Lease + "/artifacts/{kind}/{name}", UploadAsync).Needs(Scope.Worker).BodyLimit(limits.LargestFile).WithSummary("Receives an artifact of the build.");
        routes.MapMethods("/a/{artifact:guid}/{name}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync).WithSummary("Downloads an artifact by a signed address.");
    }

    private static async Task FetchAsync(HttpContext context, Guid build, int attempt, string[] hashes, LeasedBlobs contents, BlobPackSender sender) =>
        await sender.SendAsync(context.Response, await contents.FindAsync(context, context.LeaseOf(build, attempt), hashes), context.RequestAborted);

    private static async Task<IResult> UploadAsync(HttpContext context, Guid build, int attempt, string kind, string name, ArtifactReceiver keeper)
    {
        await keeper.KeepAsync(context.LeaseOf(build, attempt), () => ArtifactUpload.Of(context.Request, kind, name), context.RequestAborted);
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid artifact, string name, [AsParameters] LinkQuery query, ArtifactStore artifacts, ArtifactLinks links, IBlobStore store)
    {
        // The same answer as for an artifact that does not exist, so that nobody learns whether it does.
        if (await artifacts.FindAsync(artifact.ToString(), context.RequestAborted) is not { } row || await links.CheckAsync(row, name, query, context.RequestAborted) is not { } left)
            throw new ProblemException(ServiceProblems.LinkInvalid.At("address", "The link has expired, or was not made for this file."));
        context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"private, max-age={(long)left.TotalSeconds}, immutable");
        return Results.Stream(new SeekableBlob(store, row.Location, row.Size), ArtifactType.Of(row.Name), row.Name, entityTag: new EntityTagHeaderValue($"\"{row.Sha256}\""), enableRangeProcessing: true);
    }
}

/// <summary>Media types by file extension; only for types that devices act on.</summary>
internal static class ArtifactType
{
    /// <summary>Returns the media type of a file.</summary>
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".apk" => "application/vnd.android.package-archive",
        ".ipa" or ".aab" => "application/octet-stream",
        ".plist" => "text/xml",
        ".zip" => "application/zip",
        ".json" => "application/json",
        ".txt" or ".log" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
