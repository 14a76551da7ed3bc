using Microsoft.AspNetCore.Mvc;

namespace Slipway.Server.Artifacts;

/// <summary>What an address that is signed has in its query.</summary>
/// <param name="E">When it expires, in seconds since 1970.</param>
/// <param name="T">Id of the token that got it; null for none.</param>
/// <param name="S">The signature.</param>
internal readonly record struct LinkQuery([FromQuery(Name = "e")] string? E, [FromQuery(Name = "t")] string? T, [FromQuery(Name = "s")] string? S);
