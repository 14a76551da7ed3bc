using Microsoft.AspNetCore.Mvc;

namespace Slipway.Server.Artifacts;

/// <summary>The query of a signed address.</summary>
/// <param name="E">Expiry in seconds since 1970.</param>
/// <param name="T">Id of the token that the address was issued to; null for none.</param>
/// <param name="S">The signature.</param>
internal readonly record struct LinkQuery([FromQuery(Name = "e")] string? E, [FromQuery(Name = "t")] string? T, [FromQuery(Name = "s")] string? S);
