namespace Slipway.Server;

/// <summary>Metadata of a route: its problems come as <c>application/json</c>, as its published description has it.</summary>
internal sealed record PlainProblems;
