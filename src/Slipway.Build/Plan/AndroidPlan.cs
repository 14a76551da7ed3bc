using System.Globalization;
using Slipway.Build.Read.Android;

namespace Slipway.Build.Plan;

/// <summary>Everything that decides the bytes of a package for Android.</summary>
public sealed record AndroidPlan : AppPlan
{
    /// <summary>Version that machines compare.</summary>
    public required int VersionCode { get; init; }

    /// <inheritdoc/>
    public override string Build => VersionCode.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lowest API level.</summary>
    public required int MinSdk { get; init; }

    /// <summary>API level whose behaviour the app expects.</summary>
    public required int TargetSdk { get; init; }

    /// <summary>The value of android:screenOrientation; null when it is not set.</summary>
    public string? ScreenOrientation { get; init; }

    /// <summary>Changes of the manifest, in their order.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];
}
