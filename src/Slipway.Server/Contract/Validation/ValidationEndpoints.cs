using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Contract.Operations;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Validation;

/// <summary>Whether an application needs a new package.</summary>
internal static class ValidationEndpoints
{
    public static void MapValidation(this IEndpointRouteBuilder contract) =>
        contract.MapPost(BuildOperationEndpoints.Path + "/native-build-validation", ValidateAsync)
            .WithTags(BuildOperationEndpoints.Tag)
            .Posts<BuildOperationValidationRequest>("POST_BuildOperations_ValidateNativeBuild", Scope.BuildsRead, optional: true)
            .Produces<BuildOperationValidationResponse>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    /// <summary>The same answer with reasons; not part of the contract.</summary>
    public static void MapValidationReasons(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/native-build-validation", ExplainAsync).Needs(Scope.BuildsRead).WithName("ExplainNativeBuild")
            .WithSummary("Whether an application needs a new package, and why.");

    private static async Task<IResult> ValidateAsync(HttpContext context, Database database, NativeBuildJudge judge, BuildOperationValidationRequest? body)
    {
        var answers = await JudgeAsync(context, database, judge, body);
        NativeBuildValidationResult? Of(MobilePlatform platform) => answers.SingleOrDefault(answer => answer.Platform == platform)?.Result;
        return Results.Ok(new BuildOperationValidationResponse { PlatformResults = new PlatformValidations { Android = Of(MobilePlatform.Android), Ios = Of(MobilePlatform.Ios) } });
    }

    private static Task<IReadOnlyList<PlatformReasons>> ExplainAsync(HttpContext context, Database database, NativeBuildJudge judge, BuildOperationValidationRequest body) =>
        JudgeAsync(context, database, judge, body);

    private static async Task<IReadOnlyList<PlatformReasons>> JudgeAsync(HttpContext context, Database database, NativeBuildJudge judge, BuildOperationValidationRequest? body)
    {
        if (body is null)
            throw new ProblemException(ServiceProblems.Malformed.At("body", "The request has no body."));
        var (subject, revision) = await database.ReadAsync(
            async connection =>
            {
                var subject = await ApplicationInEnvironment.RequireAsync(connection, null, context.Caller().Organisation, body.EnvironmentKey, body.ApplicationKey);
                return (subject, await RevisionFinder.FindAsync(connection, null, subject, body.BuildKey, body.Revision));
            },
            context.RequestAborted);
        var answers = new List<PlatformReasons>();
        foreach (var platform in body.MobilePlatform is { } wanted ? [wanted.Value] : Enum.GetValues<MobilePlatform>())
        {
            var judgement = await judge.JudgeAsync(subject, revision, platform, context.RequestAborted);
            answers.Add(new PlatformReasons(platform, judgement.Result, judgement.Reasons));
        }

        return answers;
    }
}

/// <summary>The answer for a platform with its reasons, which the contract's own answer cannot hold.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Result">The answer.</param>
/// <param name="Reasons">The reasons as sentences.</param>
internal sealed record PlatformReasons(MobilePlatform Platform, NativeBuildValidationResult Result, IReadOnlyList<string> Reasons);
