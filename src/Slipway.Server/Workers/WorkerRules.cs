using System.Net;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Server.Workers;

/// <summary>Validates requests of workers.</summary>
internal static class WorkerRules
{
    private const int MostSlots = 256;
    private const int MostVersions = 20;
    private const int MostMessages = 1000;
    private const int LongestVersion = 40;

    /// <summary>Checks a registration.</summary>
    /// <exception cref="ProblemException">A value is invalid.</exception>
    public static WorkerRegistration Require(WorkerRegistration registration)
    {
        var versions = registration.BuilderVersions;
        Require(registration.Slots is >= 1 and <= MostSlots, "slots", $"A worker has 1 to {MostSlots} slots.");
        Require(registration.Platforms.Count > 0, "platforms", "A worker builds for at least one platform.");
        Require(versions.Count is > 0 and <= MostVersions && versions.All(IsVersion), "builderVersions", $"A worker has 1 to {MostVersions} versions: letters, digits, dots and hyphens.");
        return registration with { Name = NameRules.Check(registration.Name, "name"), Platforms = [.. registration.Platforms.Distinct()] };
    }

    /// <summary>Checks a batch of messages.</summary>
    /// <exception cref="ProblemException">The batch is too large.</exception>
    public static void Require(MessageBatch batch) => Require(batch.Messages.Count <= MostMessages, "messages", $"One request can have at most {MostMessages} messages.");

    /// <summary>Checks a result.</summary>
    /// <exception cref="ProblemException">The result is larger than that of any build.</exception>
    public static void Require(CompleteRequest result) => Require(
        result.Artifacts.Count <= ResultLimits.Artifacts && result.Timings.Count <= ResultLimits.Timings && result.Facts.NativeInputs.Count <= ResultLimits.NativeInputs,
        "body", "The result has more parts than a build can have.");

    /// <summary>Requires encryption, because answers to workers contain keys and passwords.</summary>
    /// <exception cref="ProblemException">The connection is not encrypted and comes from another machine.</exception>
    public static void RequirePrivacy(HttpContext context)
    {
        if (!context.Request.IsHttps && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
            throw new ProblemException(ServiceProblems.Unencrypted.At("connection", "The worker connected by plain HTTP from another machine."));
    }

    private static bool IsVersion(string version) => version.Length is > 0 and <= LongestVersion && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static void Require(bool holds, string where, string message)
    {
        if (!holds)
            throw new ProblemException(ServiceProblems.Invalid.At(where, message));
    }
}
