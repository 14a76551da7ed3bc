using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Slipway.Deploy;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Blobs;
using Slipway.Server.Limits;
using Slipway.Server.Store;
using Slipway.Server.Transport;

namespace Slipway.Server.Install;

/// <summary>Pages from which phones install a package, open to anybody who has the address, for a limited time.</summary>
internal static class InstallEndpoints
{
    private const string Path = "/i/";
    private const int LongestHours = 168;
    private const int RequestsPerMinute = 600;

    public static void MapInstall(this IEndpointRouteBuilder routes)
    {
        routes.MapInstallLinks();
        routes.MapPost("/api/v1/builds/{key:guid}/install-links", CreateAsync).Needs(Scope.BuildsRead).WithName("CreateInstallLink");
        routes.MapMethods(Path + "{token}", [HttpMethods.Get, HttpMethods.Head], PageAsync).LimitPerAddress(RequestsPerMinute).WithName("ShowInstallPage");
        routes.MapMethods(Path + "{token}/{file}", [HttpMethods.Get, HttpMethods.Head], FileAsync).LimitPerAddress(RequestsPerMinute).WithName("GetInstallFile");
    }

    /// <summary>Returns the absolute address of a page.</summary>
    public static string UrlOf(HttpContext context, OwnAddress own, string token) => new Uri(own.Of(context), Path + token).AbsoluteUri;

    private static async Task<Created<InstallLink>> CreateAsync(
        Guid key, InstallLinkRequest request, HttpContext context, InstallStore store, LinkStore links, InstallToken tokens, OwnAddress own, TimeProvider time, Database database, AuditTrail audit)
    {
        var caller = context.Caller();
        if (request.Hours is < 1 or > LongestHours)
            throw new ProblemException(ServiceProblems.Invalid.At("hours", $"A page is open for 1 to {LongestHours} hours."));
        var rows = await store.OfBuildAsync(caller.Organisation, key.ToString(), context.RequestAborted) ?? throw new ProblemException(ServiceProblems.NotFound.At("key", $"There is no build {key}."));
        var row = rows.FirstOrDefault(row => InstallableKind.Has(row.Name, row.BuildType)) ?? throw new ProblemException(ServiceProblems.NotInstallable.At("key", $"The build {key} has no package that devices install from a page."));
        var address = own.Of(context);
        if (!InstallableKind.IsReachable(row.Name, address))
            throw new ProblemException(ServiceProblems.NotInstallable.At("public address", "iOS installs only from https addresses, and the address of the service is http."));
        var expiry = time.GetUtcNow().AddHours(request.Hours);
        var id = await database.WriteAsync(async (connection, transaction) =>
        {
            var made = await links.AddAsync(connection, transaction, caller, key.ToString(), row, expiry);
            await audit.WriteAsync(connection, transaction, caller, "install-link.create", key.ToString(), new { link = made, artifact = row.Id, request.Hours });
            return made;
        });
        context.Response.Headers.CacheControl = "no-store";
        var url = UrlOf(context, own, tokens.Create(Guid.Parse(row.Id), Guid.Parse(id), expiry));
        return TypedResults.Created(url, new InstallLink(Guid.Parse(id), url, DateTimeOffset.FromUnixTimeSeconds(expiry.ToUnixTimeSeconds())));
    }

    private static async Task<IResult> PageAsync(string token, HttpContext context, InstallStore store, InstallToken tokens, OwnAddress own, TimeProvider time)
    {
        var (row, _) = await OpenAsync(token, context, store, tokens, time);
        context.Response.Headers.ContentSecurityPolicy = InstallPage.Policy + "; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(new InstallFiles(row, new Uri(own.Of(context), Path + token)).Page(), "text/html; charset=utf-8");
    }

    private static async Task<IResult> FileAsync(string token, string file, HttpContext context, InstallStore store, InstallToken tokens, OwnAddress own, TimeProvider time, IBlobStore blobs)
    {
        var (row, expiry) = await OpenAsync(token, context, store, tokens, time);
        context.Response.Headers.CacheControl = $"private, max-age={Math.Max(0, (long)(expiry - time.GetUtcNow()).TotalSeconds)}";
        if (file != row.Name)
            return new InstallFiles(row, new Uri(own.Of(context), Path + token)).Other(file) is var (content, type) ? Results.Bytes(content, type) : throw Gone();
        return Results.Stream(new SeekableBlob(blobs, row.Location, row.Size), ArtifactType.Of(row.Name), row.Name, entityTag: new EntityTagHeaderValue($"\"{row.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<(InstallableRow Row, DateTimeOffset Expiry)> OpenAsync(string token, HttpContext context, InstallStore store, InstallToken tokens, TimeProvider time)
    {
        var (artifact, origin, expiry) = tokens.Open(token, time.GetUtcNow()) ?? throw new ProblemException(ServiceProblems.LinkInvalid.At("address", "The page has expired or was closed, or the address is wrong."));
        return (await store.FindAsync(artifact.ToString(), origin, context.RequestAborted) is { } row && InstallableKind.Has(row.Name, row.BuildType) ? row : throw Gone(), expiry);
    }

    private static ProblemException Gone() => new(ServiceProblems.NotFound.At("address", "The package no longer exists."));
}
