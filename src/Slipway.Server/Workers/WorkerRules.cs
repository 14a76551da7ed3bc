using System.Net;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Server.Workers;

/// <summary>What the service takes from workers.</summary>
internal static class WorkerRules
{
    private const int MostSlots = 256;
    private const int MostVersions = 20;
    private const int MostMessages = 1000;
    private const int LongestVersion = 40;

    /// <summary>Checks what a worker says of itself.</summary>
    /// <exception cref="ProblemException">A value makes no sense.</exception>
    public static WorkerRegistration Require(WorkerRegistration registration)
    {
        var versions = registration.BuilderVersions;
        Require(registration.Slots is >= 1 and <= MostSlots, "slots", $"A worker has 1 to {MostSlots} slots.");
        Require(registration.Platforms.Count > 0, "platforms", "A worker builds for at least one platform.");
        Require(versions.Count is > 0 and <= MostVersions && versions.All(IsVersion), "builderVersions", $"A worker has 1 to {MostVersions} versions: letters, digits, dots and hyphens.");
        return registration with { Name = NameText.Check(registration.Name, "name"), Platforms = [.. registration.Platforms.Distinct()] };
    }

    /// <summary>Checks lines of a log.</summary>
    /// <exception cref="ProblemException">There are too many at once.</exception>
    public static void Require(MessageBatch batch) => Require(batch.Messages.Count <= MostMessages, "messages", $"At most {MostMessages} lines go at once.");

    /// <summary>Checks a result.</summary>
    /// <exception cref="ProblemException">It is larger than any build's.</exception>
    public static void Require(CompleteRequest result) => Require(
        result.Artifacts.Count <= ResultLimits.Artifacts && result.Timings.Count <= ResultLimits.Timings && result.Facts.NativeInputs.Count <= ResultLimits.NativeInputs,
        "body", "The result has more parts than a build can have.");

    /// <summary>Keys and passwords go to workers, so nobody on the way may read along.</summary>
    /// <exception cref="ProblemException">The connection is not encrypted and leaves the machine.</exception>
    public static void RequirePrivacy(HttpContext context)
    {
        if (!context.Request.IsHttps && context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
            throw new ProblemException(ServerProblems.Unencrypted.At("connection", "The worker came over plain HTTP from another machine."));
    }

    private static bool IsVersion(string version) => version.Length is > 0 and <= LongestVersion && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static void Require(bool holds, string where, string message)
    {
        if (!holds)
            throw new ProblemException(ServerProblems.Invalid.At(where, message));
    }
}
