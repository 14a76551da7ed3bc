namespace Slipway.Server;

/// <summary>Metadata of a route: its problems are sent as <c>application/json</c>, as its published description says.</summary>
internal sealed record PlainProblems;
