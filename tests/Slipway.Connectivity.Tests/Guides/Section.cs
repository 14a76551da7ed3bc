namespace Slipway.Connectivity.Tests.Guides;

/// <summary>A part of a guide: files that are to be written on a machine, and commands.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Files">Machine, name and text of files.</param>
/// <param name="Steps">Commands.</param>
public sealed record Section(string Title, IReadOnlyList<(string Host, string Name, string Text)> Files, IReadOnlyList<Step> Steps);
