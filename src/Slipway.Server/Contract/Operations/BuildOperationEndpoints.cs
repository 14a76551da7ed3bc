using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Builds;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Limits;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;

namespace Slipway.Server.Contract.Operations;

/// <summary>Starts builds and returns their state.</summary>
internal static class BuildOperationEndpoints
{
    public const string Path = "/build-operations";
    public const string Tag = "BuildOperations";

    private const int LogsPerMinute = 600;

    public static void MapBuildOperations(this IEndpointRouteBuilder contract)
    {
        contract.MapGet(Path, ListAsync).WithTags(Tag).Reads("GET_BuildOperations_List", Scope.BuildsRead)
            .Produces<BuildOperationResultPagedListResponse>().Fails(StatusCodes.Status400BadRequest);
        contract.MapPost(Path, StartAsync).WithTags(Tag).SpendsProof().Idempotent("build-operation").Posts<BuildOperationRequest>("POST_BuildOperations_Post", Scope.BuildsLaunch, optional: true)
            .Produces<BuildOperationResult>(StatusCodes.Status201Created).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        contract.MapGet(Path + "/{operationKey}", FindAsync).WithTags(Tag).Reads("GET_BuildOperations_Get", Scope.BuildsRead)
            .Produces<BuildOperationResult>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        contract.MapGet(Path + "/{operationKey}/log-messages", MessagesAsync).WithTags(Tag).Reads("GET_BuildOperations_GetMessages", Scope.BuildsRead)
            .Produces<Int32TaskProgressMessagePagedListResponse>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    /// <summary>Serves logs by the signed addresses in the contract's answers.</summary>
    public static void MapSignedLogs(this IEndpointRouteBuilder routes) =>
        routes.MapGet(BuildLinks.LogPath + "{build:guid}", DownloadLogAsync).AlsoHead().LimitPerAddress(LogsPerMinute).WithName("GetSignedLog").WithSummary("Downloads the log of a build by a signed address.");

    private static async Task DownloadLogAsync(HttpContext context, Guid build, [AsParameters] LinkQuery query, BuildLinks links, BuildStore store, LogDownload download)
    {
        // The same answer as for a build that does not exist, so that nobody learns whether it does.
        var row = await links.OpensLogAsync(build, query, context.RequestAborted) ? await store.FindAsync(build.ToString(), context.RequestAborted) : null;
        await download.WriteAsync(context, row ?? throw new ProblemException(ServiceProblems.LinkInvalid.At("address", "The link has expired, or was not made for this log.")));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        BuildStore store,
        BuildResults results,
        Guid? environmentKey,
        Guid? applicationKey,
        EnumParameter<MobilePlatform>? mobilePlatform,
        int? revision,
        EnumParameter<BuildStatus>? status,
        int? offset,
        int? limit)
    {
        var organisation = context.Caller().Organisation;
        var page = Paging.Of(offset, limit);
        var filter = new BuildFilter(applicationKey?.ToString(), environmentKey?.ToString(), mobilePlatform?.Value, status?.Value, null, revision);
        var (rows, total) = await store.ListAsync(organisation, filter, page, context.RequestAborted);
        var next = page.Offset + (long)rows.Count;
        return Results.Ok(new BuildOperationResultPagedListResponse
        {
            Page = new PageInfoWithTotals
            {
                Count = rows.Count,
                Limit = page.Limit,
                Offset = page.Offset,
                NextPageOffset = rows.Count > 0 && next < total ? (int)next : null,
                TotalResults = (int)total,
            },
            Results = await results.DescribeAsync(context, rows),
        });
    }

    private static async Task<IResult> StartAsync(HttpContext context, BuildStarter starter, BuildStore store, BuildResults results, BuildOperationRequest? body)
    {
        if (body is null)
            throw new ProblemException(ServiceProblems.Malformed.At("body", "The request has no body."));
        var key = await starter.StartAsync(context.Caller(), body, context.RequestAborted);
        var build = await OneAsync(context, store, key, null, null);
        var described = await results.DescribeAsync(context, [build]);
        return Results.Created($"{context.Request.Path}/{key}", described[0]);
    }

    private static async Task<IResult> FindAsync(HttpContext context, BuildStore store, BuildResults results, Guid operationKey, Guid? environmentKey, Guid? applicationKey)
    {
        var build = await OneAsync(context, store, operationKey, environmentKey, applicationKey);
        var described = await results.DescribeAsync(context, [build]);
        return Results.Ok(described[0]);
    }

    private static async Task<IResult> MessagesAsync(
        HttpContext context, BuildStore store, Guid operationKey, Guid? environmentKey, Guid? applicationKey, int? offset, int? limit)
    {
        // Lines are numbered from 1 without gaps.
        var page = Paging.Of(offset, limit);
        var build = await OneAsync(context, store, operationKey, environmentKey, applicationKey);
        var rows = await store.MessagesAsync(build.Key, page.Offset, page.Limit, context.RequestAborted);
        return Results.Ok(new Int32TaskProgressMessagePagedListResponse
        {
            // A list that still grows has no last page: the next page starts after the current end.
            Page = new Int32PageInfo { Count = rows.Count, Limit = page.Limit, Offset = page.Offset, NextPageOffset = (int)Math.Min(int.MaxValue, page.Offset + (long)rows.Count) },
            Results = [.. rows.Select(Describe)],
        });
    }

    private static async Task<BuildRow> OneAsync(HttpContext context, BuildStore store, Guid key, Guid? environment, Guid? application)
    {
        var build = await store.FindAsync(context.Caller().Organisation, key.ToString(), context.RequestAborted);
        return build is not null && IsOrOpen(environment, build.EnvironmentKey) && IsOrOpen(application, build.ApplicationKey)
            ? build
            : throw new ProblemException(ServiceProblems.NotFound.At("operationKey", $"There is no build {key} in the application and environment of the request."));

        static bool IsOrOpen(Guid? wanted, string key) => wanted is null || wanted.ToString() == key;
    }

    private static TaskProgressMessage Describe(MessageRow row) => new()
    {
        Timestamp = DatabaseTime.Of(row.At),
        Type = row.Code ?? row.Stage,
        Severity = row.Severity switch
        {
            nameof(Severity.Error) => MessageSeverity.Error,
            nameof(Severity.Warning) => MessageSeverity.Warning,
            _ => MessageSeverity.Info,
        },
        Message = row.Message,
    };
}
