using Slipway.Protocol.Problems;

namespace Slipway.Server.Health;

/// <summary>The health of a part of the service.</summary>
/// <param name="Name">Name of the part.</param>
/// <param name="Status">Its status.</param>
/// <param name="Message">What is wrong, without internals of the service, because the endpoint is public.</param>
/// <param name="Code">Code of the problem in the catalogue, which says what to do; null if there is none.</param>
internal sealed record HealthPart(string Name, HealthStatus Status, string Message, string? Code = null)
{
    /// <summary>Returns a part with a problem of the catalogue. Its message is the problem's title, which contains no details.</summary>
    public static HealthPart Of(string name, HealthStatus status, Problem state) => new(name, status, $"{state.Kind.Title}.", state.Code);
}
