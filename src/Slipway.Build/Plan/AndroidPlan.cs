using System.Globalization;
using Slipway.Build.Read.Android;

namespace Slipway.Build.Plan;

/// <summary>Everything that decides the bytes of an Android package.</summary>
public sealed record AndroidPlan : AppPlan
{
    /// <summary>Version code, which devices compare.</summary>
    public required int VersionCode { get; init; }

    /// <inheritdoc/>
    public override string Build => VersionCode.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lowest API level.</summary>
    public required int MinSdk { get; init; }

    /// <summary>Target API level.</summary>
    public required int TargetSdk { get; init; }

    /// <summary>The value of android:screenOrientation; null when it is not set.</summary>
    public string? ScreenOrientation { get; init; }

    /// <summary>Changes of the manifest, in the order in which they apply.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];
}
