using Slipway.Build.Resources.Compile;

namespace Slipway.Build.Resources.Icons;

/// <summary>The drawn icons of an app.</summary>
/// <param name="Files">The pictures.</param>
/// <param name="Remarks">Remarks about the pictures that they were drawn from.</param>
public sealed record IconSet(IReadOnlyList<ResourceFile> Files, IReadOnlyList<IconRemark> Remarks);
